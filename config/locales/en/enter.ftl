# The entry of employees without e-mail, and the shared computer.

enter-title = Sign in with your personnel code
enter-lead = Enter the code from your slip. You need no e-mail address.
enter-code = Your personnel code
enter-button = Sign in
enter-lost = I have no code
enter-lost-text = Ask whoever hands out the slips. You get a new code, and the old one then stops working.
enter-without = I have an account with an e-mail address
enter-without-text = Then it is better to sign in on a device of your own.
enter-without-link = Sign in with e-mail
enter-after = When you are done
enter-after-done = Press “Done – sign out” at the top.
enter-after-minutes =
    { $minutes ->
        [one] Otherwise we sign you out after 1 minute without input.
       *[other] Otherwise we sign you out after { $minutes } minutes without input.
    }
enter-after-private = We do not know your name. Give your code to nobody.
enter-signed-out = You are signed out. The next person can enter their code.
enter-over = Nobody is signed in here any more. Enter your code to go on.
enter-signed-in = Somebody is signed in in this browser already.
enter-signed-in-as = { $name } is signed in in this browser.
enter-signed-in-hint = Is this not you? Then sign out first, and enter your own code after that.
enter-go-on = That is me, go on
enter-problem-empty = Enter the code from your slip
enter-problem-mistyped = Compare the code with your slip. One character is not right.
enter-problem-unknown = This code does not work. Check that you have the latest slip, or ask for a new one.
enter-missing-title = There is no such entry
enter-missing-lead = The address leads to no workplace.
enter-missing-compare = Compare the address with the poster.
enter-missing-poster = Maybe the poster is an old one. Ask whether there is a new one.
enter-missing-help = We are glad to help. How to reach us is said below.
enter-closed-title = This entry is closed
enter-closed-lead = Nobody can sign in at this workplace at the moment. Your code goes on working.
enter-closed-other = Use the entry of another workplace. Your code works at each of them.
enter-closed-help = Or ask us. How to reach us is said below.

shared-label = Shared computer
shared-line =
    { $minutes ->
        [one] Shared computer: { $workplace }. After 1 minute without input we sign you out.
       *[other] Shared computer: { $workplace }. After { $minutes } minutes without input we sign you out.
    }
shared-done = Done – sign out
shared-warning = In two minutes we sign you out. What you have not saved is lost then.
shared-stay = Stay signed in
