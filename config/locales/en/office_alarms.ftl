# What needs somebody first, on the office's first page

office-alarm-telephones =
    { $count ->
        [one] 1 administrator has no telephone for codes. The role does not count yet.
       *[other] { $shown } administrators have no telephone for codes. Their roles do not count yet.
    }
office-alarm-mails-failed =
    { $count ->
        [one] 1 e-mail did not arrive
       *[other] { $shown } e-mails did not arrive
    }
office-alarm-mails-late =
    { $count ->
        [one] 1 e-mail has waited for more than an hour
       *[other] { $shown } e-mails have waited for more than an hour
    }
office-alarm-reports =
    { $count ->
        [one] 1 reported proposal waits for a decision
       *[other] { $shown } reported proposals wait for a decision
    }
office-alarm-reviews =
    { $count ->
        [one] 1 review is overdue
       *[other] { $shown } reviews are overdue
    }
office-alarm-reviews-soon =
    { $count ->
        [one] 1 review is due within two days
       *[other] { $shown } reviews are due within two days
    }
office-alarm-statements-late =
    { $count ->
        [one] 1 statement is overdue
       *[other] { $shown } statements are overdue
    }
office-alarm-statements =
    { $count ->
        [one] 1 statement is due within two days
       *[other] { $shown } statements are due within two days
    }
office-alarm-barriers-late =
    { $count ->
        [one] The answer to 1 reported barrier is overdue
       *[other] The answers to { $shown } reported barriers are overdue
    }
office-alarm-barriers =
    { $count ->
        [one] 1 reported barrier needs an answer within two days
       *[other] { $shown } reported barriers need an answer within two days
    }
office-alarm-questions-late =
    { $count ->
        [one] The answer to 1 question is overdue
       *[other] The answers to { $shown } questions are overdue
    }
office-alarm-questions =
    { $count ->
        [one] 1 question needs an answer within two days
       *[other] { $shown } questions need an answer within two days
    }
office-alarm-unchecked =
    { $count ->
        [one] 1 proposal waits to be read
       *[other] { $shown } proposals wait to be read
    }
office-alarm-unattended = Nobody reviews for: { $departments }
office-alarm-unattended-next = Something waits there. Give somebody the role “reviewer” for this department, or choose at the department who takes over.
office-alarm-or-more = { $count } or more
office-alarm-backup-never = There is no backup yet
office-alarm-backup-old = The last backup is from { $date }
office-alarm-backup-next = Ask your technical staff to make one each day, with “allmende backup”.
office-dashboard-soon = Today and tomorrow
office-dashboard-next = Next: { $next }
office-window-opens-collecting = Proposals can be made from { $date }
office-window-closes-collecting = Proposals can be made until { $date }
office-window-opens-supporting = Proposals can be supported from { $date }
office-window-closes-supporting = Proposals can be supported until { $date }
office-window-opens-reviewing = Departments review from { $date }
office-window-closes-reviewing = Departments review until { $date }
office-window-opens-selecting = The ballot is put together from { $date }
office-window-closes-selecting = The ballot is put together until { $date }
office-window-opens-voting = Voting begins: { $date }
office-window-closes-voting = Voting is open until { $date }
