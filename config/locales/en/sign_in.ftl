# Signing in to the office.

sign-in-title = Sign in
sign-in-lead = The administration signs in here. To vote you need no account.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-needed = Please sign in. Then you go on where you were.
sign-in-lapsed = Your sign-in has ended. Please sign in again.
sign-in-kept = What you entered is not lost.
sign-in-signed-out = You are signed out.
sign-in-refused = The e-mail address or the password is wrong. Check both.
sign-in-too-many = That was too many attempts. You can try again from { $again }.
sign-in-forgotten = Forgotten your password?
sign-in-forgotten-hint = Your technical staff sets a new one on the server.
sign-in-vote = Do you want to vote?
sign-in-vote-link = To the home page

sign-in-again-title = You are signed in again
sign-in-again-lead = Nothing is lost. Your form has not been sent yet.
sign-in-again-button = Send the form again
sign-in-again-office = Do not send it and go to the overview
