# Reporting a proposal that breaks a rule, and how often that happens

reports-link = Report this text
reports-title = Report proposal no. { $number }
reports-back = To the proposal
reports-lead = Does this text break a rule? Tell us which one. You need no account.
reports-rule = Which rule does it break?
reports-rule-hint = That you see it differently is no rule. Vote or write a proposal of your own.
reports-explanation = What do you mean exactly? (optional)
reports-explanation-hint = Only the office reads it: at most 1,000 characters. Leave your own name out.
reports-nameless = We do not ask who you are. Your words are deleted 6 months after the decision.
reports-button = Send the report
reports-nothing-hidden = Thank you for looking closely. The office has already hidden this text.
reports-nothing-withdrawn = Thank you for looking closely. The author has taken this text back.
reports-nothing-unchecked = Thank you for looking closely. The office is reading this text before everybody can.
reports-nothing-next = So there is nothing left to report.
reports-nothing-ask = Ask the office something else
reports-kept = What you wrote
reports-sent-title = Your report about proposal no. { $number }
reports-sent-lead = Thank you, it has arrived. Somebody in the office decides by { $date }.
reports-sent-late = It has arrived. The decision was due by { $date } and is overdue.
reports-sent-hidden = Decided: the text is hidden. The page of the proposal names the rule and the reason.
reports-sent-kept = Decided: the text stays. It breaks no rule.
reports-sent-withdrawn = Settled: the author has taken the text back.
reports-next-title = What happens next
reports-next = The office reads the text and your report. If the text breaks a rule, it is hidden. The decision then stands on this page.
reports-keep = You get no mail, because we do not know you. Keep this address:
reports-yours = What you sent
reports-received-label = Received
reports-rule-label = Rule
reports-explanation-label = Explanation
reports-no-explanation = None
reports-figures-title = Moderation in figures
reports-figures-lead =
    { $count ->
        [one] Anybody can report a text. The office decides within 1 day.
       *[other] Anybody can report a text. The office decides within { $count } days.
    }
reports-figures-caption = Reports and what became of them
reports-figures-rule = Rule
reports-figures-reports = Reports
reports-figures-texts = Texts hidden
reports-figures-names = Names hidden
reports-figures-restored = Shown again
reports-figures-time = Median time to a decision
reports-figures-all = All rules
reports-figures-few = under 5
reports-figures-at-least = at least { $count }
reports-figures-too-few = too few
reports-figures-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
reports-figures-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
reports-figures-note = Small numbers are not told exactly, so that nobody can be recognised. Half of the decisions took at most the median time.
reports-figures-none = Nothing has been reported or hidden in this round yet.
reports-figures-record = Everything that was hidden, one by one, with the reason
