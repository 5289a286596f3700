# The frame of every page: header, help, foot, and the parts that many pages share.

layout-skip = Skip to content
layout-language = Language:
layout-menu = Main menu
layout-help = Help
layout-help-ask = Ask the office
layout-help-email = Or by e-mail:
layout-leave = Leave
layout-sign-out = Sign out
layout-foot = About this site
layout-accessibility = Accessibility
layout-imprint = Imprint
layout-privacy = Privacy
layout-easy = Easy language
layout-sign-language = Sign language
layout-report-barrier = Report a barrier
layout-last-changed = This page was last changed on { $date }.
layout-or-call = Or call us:
layout-problems =
    { $count ->
        [one] There is a problem
       *[other] There are { $count } problems
    }
layout-error-title = Error: { $title }
layout-error-at-field = Error:
layout-phase-done = Done:
layout-phase-now = Now: { $name }
layout-pages = Pages
layout-page = Page
layout-page-previous = Previous
layout-page-next = Next
layout-back-home = Back to the home page
