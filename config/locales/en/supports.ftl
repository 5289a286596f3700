# Supporting a proposal before the vote

supports-title = Support
supports-count =
    { $count ->
        [0] Nobody supports this yet.
        [one] 1 person supports this.
       *[other] { $count } people support this.
    }
supports-count-of = { $count } of { $needed } supports
supports-hidden = The number is not shown while voting is open.
supports-give = Support this proposal
supports-mine = You support this proposal.
supports-take = Take your support back
supports-until = You can decide until { $date }.
supports-sign-in-first = You sign in first. Then you come back and support with one press.
supports-enter-first = You enter with your personnel code first. Then you come back.
supports-not-yet = You can support proposals from { $date }.
supports-over = Supporting ended on { $date }.
supports-shut = Supports are not taken now.
supports-merged = This proposal was joined with another one. Support that one.
supports-merged-link = Proposal { $number }
supports-employees = Here only employees support proposals.
supports-enter = Enter with your personnel code
supports-address = Your account needs an e-mail address that you confirmed.
supports-address-link = Add an e-mail address
supports-own = This is your own proposal. Others can support it.
supports-why = Support is not a vote. It shows what many people want. Nobody sees who supports what.
supports-back = Back to the proposal
supports-draft-kept = Your own draft is kept.
supports-row =
    { $count ->
        [one] 1 supports this
       *[other] { $count } support this
    }
supports-row-give = Support { $number }
supports-row-take = Take back support for { $number }
supports-row-mine = You support this
supports-similar = Support it
supports-draft-done = You support proposal { $number }. Your draft is kept, in case you still need it.
