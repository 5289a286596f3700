# Signing in to the office.

sign-in-title = Sign in
sign-in-lead = An account keeps your things together. To vote you need none.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-needed = Please sign in. Then you go on where you were.
sign-in-lapsed = Your sign-in has ended. Please sign in again.
sign-in-kept = What you wrote is not lost.
sign-in-signed-out = You are signed out.
sign-in-refused = The e-mail address or the password is wrong. Check both.
sign-in-too-many = That was too many attempts. You can try again from { $again }.
sign-in-forgotten = Forgotten your password?
sign-in-forgotten-hint = Have a link sent to you. Then set a new one in your account.
sign-in-vote = Do you want to vote?
sign-in-vote-link = To the home page

sign-in-again-title = You are signed in again
sign-in-again-lead = What you wrote is still there. Your form has not been sent yet.
sign-in-again-file = We could not keep the file. Choose it again afterwards.
sign-in-again-button = Send the form again
sign-in-again-office = Do not send it and go to the overview
sign-in-again-home = Do not send it and go to the home page

sign-in-mail-hint = We send you a link and a code. If you have no account yet, you get one.
sign-in-mail-button = Send a link by e-mail
sign-in-no-address = Enter an e-mail address such as name@example.org.
sign-in-with-password = Sign in with a password instead

sign-in-code-title = Look into your mailbox
sign-in-code-lead = We have sent you a link and a code of six digits. Both are good for { $minutes } minutes.
sign-in-code-label = Code from the e-mail
sign-in-code-hint = Six digits. Or just open the link in the e-mail.
sign-in-code-not-six = The code has six digits. Enter all six.
sign-in-code-wrong =
    { $left ->
        [one] The code is wrong. You have one more try.
       *[other] The code is wrong. You have { $left } more tries.
    }
sign-in-code-not-good = This code is not good any more. Have a new one sent to you.
sign-in-code-nothing = Nothing arrived?
sign-in-code-nothing-hint = Wait a minute. Look into the spam folder as well.
sign-in-code-again = Have a new e-mail sent

sign-in-link-title = Sign in now
sign-in-link-lead = This button opens the account of { $email }. After that the link is used up.
sign-in-link-button = Sign in
sign-in-link-gone-title = This link is not good any more
sign-in-link-gone-lead = It was used before, or its time is over. A new one comes within a minute.

sign-in-done-title = You are signed in
sign-in-done-as = Signed in here:
sign-in-done-twice = You clicked twice, or somebody was signed in here already.
sign-in-done-gone = The link or the code is used up or has expired. You do not need it any more for this account. Was it for an invitation? Then open the link of the invitation again and have a new code sent to you.
sign-in-done-on = Go on
sign-in-done-not-you = Is this not you? Then sign this account out.

second-factor-ask-title = Code from the telephone
second-factor-ask-lead = The office is protected twice. Open the code app on your telephone.
second-factor-ask-button = Continue
second-factor-code = Code from the app
second-factor-code-hint = Six digits. Or one of your spare codes from the paper.
second-factor-lost = Telephone lost?
second-factor-lost-text = Take a spare code from the paper. If you have none, an administrator resets your telephone.
second-factor-unreadable = Enter the six digits from the app. Or a spare code of twelve characters.
second-factor-wrong = The code is wrong. Wait for the next one and copy it. Wrong again? Then set the clock of your telephone to “automatic”.
second-factor-used-already = This code was used already. Wait for the next one, half a minute at most.
second-factor-clock-off = The clock of your telephone is wrong. Set it to “automatic” and take the next code.
second-factor-too-often = That was too many wrong codes. From { $again } on, codes of the app count again. A spare code from the paper lets you in now.

second-factor-title = Set up the telephone
second-factor-lead = Whoever works in the office also shows a code from the telephone when signing in.
second-factor-step-app = Get a code app for your telephone. Any with “TOTP” will do.
second-factor-step-picture = Photograph the picture on the next page with the app.
second-factor-step-code = Copy the first code. That is all.
second-factor-begin = Show the picture
second-factor-picture-lead = Photograph the picture with the code app.
second-factor-picture-alt = Picture for the code app. Below it stands the key to be copied.
second-factor-key = I cannot photograph a picture
second-factor-key-hint = Type this key into the app:
second-factor-first-code = First code from the app
second-factor-first-code-hint = Six digits. A new one comes every 30 seconds.
second-factor-confirm = Confirm the telephone
second-factor-new-picture = Make a new picture
second-factor-done = Your telephone is set up.
second-factor-papers-title = Your spare codes
second-factor-papers-lead = Print these codes or write them down. Each is good once. We show them only now.
second-factor-papers-kept = I have the codes, continue
second-factor-set =
    { $papers ->
        [0] Your telephone is set up. You have no spare code left.
        [one] Your telephone is set up. You have one spare code left.
       *[other] Your telephone is set up. You have { $papers } spare codes left.
    }
second-factor-on = Continue to the office
second-factor-new-papers = Make new spare codes
second-factor-new-phone = Set up a new telephone
second-factor-new-title = New telephone or new spare codes
second-factor-new-code-hint = Six digits from the present telephone. Telephone lost? Then a spare code from the paper.
second-factor-new-hint = New spare codes end the old ones. A new telephone takes the place of the old one at once.
second-factor-paper-used = This spare code is used up now. Cross it out.
second-factor-moved = That did not work any more. Something has changed, or too much time passed. This is how it stands now.
