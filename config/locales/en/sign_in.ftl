# Signing in to the office.

sign-in-title = Sign in
sign-in-lead = The administration signs in here. To vote you need no account.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-needed = Please sign in. Then you go on where you were.
sign-in-signed-out = You are signed out.
sign-in-refused = The e-mail address or the password is wrong. Check both.
sign-in-too-many = That was too many attempts. You can try again from { $again }.
sign-in-forgotten = Forgotten your password?
sign-in-forgotten-hint = Your technical staff sets a new one on the server.
sign-in-vote = Do you want to vote?
sign-in-vote-link = To the home page
