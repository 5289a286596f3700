# Voting: code, ballot, check page, receipt

vote-code-title = Vote with your code
vote-code-lead = Enter the code from your letter. It opens your ballot.
vote-code-kept = Your session has ended. Your choices are still here. Enter your code once more.
vote-code-label = Your code
vote-code-hint = 12 characters in three groups. Capital and small letters are the same. You may leave out the dashes.
vote-code-enter = Go to the ballot
vote-code-where = Where is the code?
vote-code-where-text = The code is in the box at the foot of your letter. Beside it is a QR code, which enters the code for you.
vote-code-lost = I have no code
vote-code-lost-text = Call us or come by. We tell you what is possible.
vote-code-lost-help = How to reach us
vote-entry-title = Your way to the ballot
vote-entry-lead = You vote with the code from your letter or with an account. Take one of the two.
vote-entry-kept = Your session has ended. Your choices are still here. Enter your code or sign in once more.
vote-entry-no-paper = There is no ballot on paper in this round.
vote-account-title = Vote with your account
vote-account-lead = You need an account with your e-mail address. Then you get to your ballot.
vote-account-yours = Your account
vote-account-sign-in-title = Sign in first
vote-account-sign-in = We send you a link and six digits by e-mail. If you have no account yet, you get one with it. Afterwards you come back here.
vote-account-to-sign-in = Sign in by e-mail
vote-account-who = You are signed in as
vote-account-declare = Please confirm once for this round:
vote-account-kept = We keep these words and the day for 12 months, without your name.
vote-account-trust = We trust you and do not check it. Whoever confirms something false breaks the rules of the round and weakens everybody else’s votes.
vote-account-declared = You have confirmed that you may vote here.
vote-account-no-address = Your account has no e-mail address yet. We need one, so that everybody votes only once.
vote-account-to-address = Add an e-mail address
vote-account-not-you = Is that not you?
vote-account-sign-out = Sign out
vote-account-none = No e-mail address? Call us or come by.
vote-code-lost-account = You can also vote with an account.
vote-problem-undeclared = Tick that you may vote here
vote-declare-lives = I live here: { $organisation }. I vote only once in this round.
vote-declare-works = I work here: { $organisation }. I vote only once in this round.
vote-declare-lives-or-works = I live or work here: { $organisation }. I vote only once in this round.
vote-privacy = Your vote is secret
vote-privacy-sealed = We store your vote encrypted. Your name is not stored with it.
vote-privacy-key = Before counting, we delete the link to your code.
vote-privacy-account-key = Before counting, we delete the link to your code or account.
vote-privacy-account = That you took part is kept. How you voted is not kept with it.
vote-privacy-account-notice = After each vote with your account you get an e-mail. It does not say what you chose.
vote-privacy-replace = You can replace your vote until voting ends.

vote-problem-code-empty = Enter the code from your letter
vote-problem-code-length = Check the length. The code has 12 characters, you entered { $count }.
vote-problem-code-letters = Check the character { $character }. A code has only letters and digits.
vote-problem-code-letter-u = A code never has the letter U. It may be a V.
vote-problem-code-mistyped = Compare the code with your letter. One character is not right.
vote-problem-code-unknown = We do not know this code for this round. Check that your letter belongs to this round.
vote-problem-code-other-round = This code belongs to another round. You can vote there with it.
vote-problem-code-revoked = This code is no longer valid. Use the code from your latest letter.
vote-problem-code-too-often = Too many wrong codes came from here. Try again from { $time }.

vote-ballot-title = Ballot
vote-ballot-heading-points =
    { $total ->
        [one] Give your point
       *[other] Give your { $total } points
    }
vote-ballot-heading-approval =
    { $most ->
        [one] Choose one project
       *[other] Choose up to { $most } projects
    }
vote-ballot-rule-points =
    { $total ->
        [one] You have 1 point. Give it to one project.
       *[other] You have { $total } points. A project gets { $most } at most. Share them out as you like.
    }
vote-ballot-rule-points-areas =
    { $total ->
        [one] You have 1 point in each area.
       *[other] You have { $total } points in each area. A project gets { $most } at most.
    }
vote-ballot-rule-approval =
    { $most ->
        [one] You can choose 1 project.
       *[other] You can choose up to { $most } projects. Fewer is fine.
    }
vote-ballot-rule-approval-areas =
    { $most ->
        [one] You can choose 1 project in each area.
       *[other] You can choose up to { $most } projects in each area.
    }
vote-ballot-random = The order of the projects is random.
vote-ballot-replaces = You have already voted. That vote counts until you cast a new one. We show your old choices to nobody, not even to you.
vote-ballot-areas =
    { $count ->
        [one] Your ballot has 1 area
       *[other] Your ballot has { $count } areas
    }
vote-ballot-areas-note = You need not choose in every area. An area without a choice is not part of your vote.
vote-area-money = { $money } to give
vote-area-to-points = To my points
vote-area-to-choice = To my choice
vote-read-more = Read more
vote-place = Place: { $place }
vote-points = Points
vote-pick = Choose
vote-picked = Chosen
vote-blank = I leave this area blank on purpose
vote-blank-hint = Your vote then counts here as a blank vote.
vote-sum-of = My choice in { $area }
vote-sum-points-html = <span class="given"><span class="srv">{ $given }</span></span> of { $total } points, <span class="left"><span class="srv">{ $left }</span></span> left
vote-sum-many-points-html = <span class="given"><span class="srv">{ $given }</span></span> of { $total } points given
vote-sum-approval-html = <span class="given"><span class="srv">{ $given }</span></span> of { $most } chosen
vote-not-cast-short = Not cast yet
vote-check = Check my choice
vote-next-area = Next area

vote-problem-empty = Choose something. Or tick that you choose nothing on purpose.
vote-problem-too-many-points =
    { $over ->
        [one] { $area }: You gave { $given } points, { $most } are allowed. Take 1 point away.
       *[other] { $area }: You gave { $given } points, { $most } are allowed. Take { $over } points away.
    }
vote-problem-too-many-projects =
    { $over ->
        [one] { $area }: You chose { $given } projects, { $most } are allowed. Take 1 away.
       *[other] { $area }: You chose { $given } projects, { $most } are allowed. Take { $over } away.
    }
vote-problem-value = { $project }: Give 0 to { $most } points
vote-problem-unknown-area = Area no. { $number } is not on your ballot. We left it out.
vote-problem-doubled = { $project }: This project arrived twice. Choose there once more.
vote-problem-unknown = Project no. { $number } is not on your ballot. We left it out.
vote-problem-blank-with-choices = { $area }: You made a choice and ticked "blank". Take one of the two away.

vote-check-title = Check your choice
vote-check-back = Back to the ballot
vote-check-heading = Is this right?
vote-check-not-cast-html = <b>Not cast yet.</b> Your vote counts only when you press "Cast my vote now" below.
vote-check-ballot = Your ballot
vote-check-number = No.
vote-check-project = Project
vote-check-change = Change
vote-check-choose = Choose here as well
vote-check-points =
    { $total ->
        [one] { $given } of 1 point given.
       *[other] { $given } of { $total } points given.
    }
vote-check-points-left =
    { $left ->
        [one] 1 point is left. That is allowed.
       *[other] { $left } points are left. That is allowed.
    }
vote-check-approval =
    { $most ->
        [one] { $given } of 1 project chosen.
       *[other] { $given } of { $most } projects chosen.
    }
vote-check-approval-left =
    { $left ->
        [one] You may choose 1 more project, but need not.
       *[other] You may choose { $left } more projects, but need not.
    }
vote-check-blank = Blank on purpose. Your vote counts here as a blank vote.
vote-check-absent =
    { $count ->
        [one] One area is not part of your vote
       *[other] { $count } areas are not part of your vote
    }
vote-check-absent-note = You chose nothing here. That is allowed. Others decide there.
vote-cast = Cast my vote now
vote-check-secret = No page shows how you voted, not even to the office.
vote-check-replace = You can replace your vote until { $date }.

vote-receipt-title = Your vote is cast
vote-receipt-replaced = It replaces your earlier vote.
vote-receipt-yours = Your receipt
vote-receipt-code = Receipt code
vote-receipt-proves = The code belongs to your vote. It does not tell what you chose.
vote-receipt-keep = Write the code down or print this page. We do not show it again later.
vote-receipt-print = Print the receipt
vote-receipt-next = What comes next
vote-receipt-until = until { $date }
vote-receipt-replace = You can replace your vote. You then begin with an empty ballot.
vote-receipt-after = after that
vote-receipt-count = We count all votes.
vote-receipt-result-later = when the count is done
vote-receipt-result = The result stands on these pages. Anybody may count again.
vote-receipt-afterwards = after the result
vote-receipt-done = Are you done?
vote-receipt-done-text = Is this not your own device? Then end your session here.
vote-receipt-leave = Done, end my session
vote-receipt-again = Replace my vote

vote-already-title = Your vote is already cast
vote-already-lead = There is nothing more to do. Your vote counts.
vote-already-replace = You can replace your vote until { $date }. You then begin with an empty ballot.

vote-not-begun-title = Voting has not begun yet
vote-not-begun-next = Keep your letter. You can look at the projects now.
vote-not-begun-account = You can look at the projects now.
vote-closed-title = Voting has ended
vote-closed-ended = It ended on { $date }.
vote-closed-attempted-html = <b>Your choice was not cast.</b> It arrived after the end. A vote that you cast earlier still counts.
vote-closed-next = The votes are being counted. The result will then stand on these pages.
vote-closed-result = The result is already out.
vote-to-round = To the round

vote-conflict-title = Not cast yet
vote-conflict-window-title = A vote was cast in another window
vote-conflict-window = Your vote was cast in another window at the same moment. That one counts.
vote-conflict-round-title = The round has changed
vote-conflict-round = The round has changed since you opened the ballot. Look at the new ballot.
vote-conflict-paper-title = Your vote on paper counts
vote-conflict-paper = You have already voted on paper. You cannot change that here.
vote-conflict-code-title = Another ballot was opened here
vote-conflict-code = After this ballot was opened, somebody opened their own in this browser.
vote-conflict-code-secret = Just now, nothing was cast. We do not show the choice here, because a vote is secret.
vote-conflict-code-next = Is it your ballot? Then open it again and choose once more.
vote-conflict-code-enter = Open my ballot again
vote-conflict-code-ballot = To the other ballot
vote-conflict-limit-title = You cannot change your vote here any more
vote-conflict-limit = You have changed your vote too often. Your last vote counts.
vote-conflict-limit-next = Do you need one more change? Then ask us.
vote-conflict-kept = This choice is not cast yet. We have kept it.
vote-conflict-check = Check and cast again
vote-conflict-look = Look at the new ballot
vote-conflict-leave = No thanks, let the other vote count

vote-again-kept = We have kept your choice. Send it once more with the button.
vote-again-earlier = A vote that you cast earlier still counts.

vote-left-title = Your session has ended
vote-left-cast = Your vote is cast and counts.
vote-left-not-cast = You have not cast anything new.
vote-left-shared = Nothing of your choice stays on this device. Close the window to be safe.
vote-left-signed-in-title = You are still signed in
vote-left-signed-in = Your account is still open on this device. Whoever uses it next could change your vote.
vote-left-enter = Back to the ballot
