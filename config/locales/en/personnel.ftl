# Personnel codes: batches, slips, replacing and withdrawing.

personnel-title = Personnel codes
personnel-lead = A personnel code is an account without a name. It works at every workplace.
personnel-new-title = Make codes
personnel-batches = Made so far
personnel-batch-plain = Without a word
personnel-serials = Slips number { $serials }
personnel-made = made on { $date }
personnel-count =
    { $count ->
        [one] 1 code
       *[other] { $count } codes
    }
personnel-used =
    { $count ->
        [0] none used yet
        [one] 1 used already
       *[other] { $count } used already
    }
personnel-withdrawn =
    { $count ->
        [0] none withdrawn
        [one] 1 withdrawn
       *[other] { $count } withdrawn
    }
personnel-empty = No codes are made yet.
personnel-find = Find a slip
personnel-find-lead = For lost slips, and for when somebody leaves.
personnel-serial = Number on the slip
personnel-serial-hint = The number is not the code.
personnel-find-button = Find
personnel-problem-serial = There is no such number. Compare it with your list of slips.
personnel-new-lead = Each code comes on a slip to be cut out.
personnel-new-once = The codes are shown only once. Have the printer ready.
personnel-size = How many codes?
personnel-size-hint = A number from 1 to { $most }.
personnel-word = A word
personnel-word-hint = For whom the codes are, such as “Hospital North”. It stands on the slips. It may be empty.
personnel-new-button = Make the codes
personnel-problem-size = Enter a whole number from 1 to 500.
personnel-made-before = These codes were made and shown before. Nothing was made again.
personnel-made-done =
    { $count ->
        [one] 1 code is made.
       *[other] { $count } codes are made.
    }
personnel-replaced-done = The new code works. The old one has ended.
personnel-replaced-closed = The code is made. The account is closed: the code works once the account is open again.
personnel-slips-title = Slips to print
personnel-slips-lead = Print now. Once you leave this page, nobody ever sees the codes again.
personnel-slips-hand-out = Hand the slips out folded. Do not note who gets which code. The number is enough.
personnel-slips-printed = I have printed them
slip-serial = Slip number { $serial }
slip-where = The address to sign in is on the poster at your workplace.
slip-keep = Keep the code to yourself.
slip-lost = Lost your slip? { $telephone }
personnel-slip = Slip number { $serial }
personnel-since = Made
personnel-replaced = Last replaced
personnel-is-withdrawn = Withdrawn
personnel-blind = This page never shows what anybody wrote or did with the code.
personnel-deleted = The account of this code was deleted. The code no longer works.
personnel-do = What you can do
personnel-done-withdrawn = The code is withdrawn. Nobody comes in with it any more.
personnel-done-meanwhile = Nothing was changed: somebody else was faster. This is how it stands now.
personnel-replace-title = Replace a lost code
personnel-replace-effect-old = The old code ends at once. Whoever is signed in with it is signed out.
personnel-replace-effect-account = The account stays the same, with everything in it.
personnel-replace-effect-once = The new code is shown only once. Have the printer ready.
personnel-replace-effect-opens = The code was withdrawn. The account opens again.
personnel-replace-effect-closed = The account was closed before and stays closed. The code works once the account is open again.
personnel-replace-address = Somebody added an e-mail address to this account: { $address }. Was it whoever found the slip? Ask the person.
personnel-replace-address-remove = Remove this address and the password
personnel-replace-button = Replace the code
personnel-withdraw-title = Withdraw the code
personnel-withdraw-effect-old = The code ends at once. Whoever is signed in with it is signed out.
personnel-withdraw-effect-account = The account is closed. If it has an e-mail address, it stays open with that.
personnel-withdraw-effect-closed = The account is closed already and stays closed.
personnel-withdraw-effect-stays = What the person wrote stays.
personnel-withdraw-button = Withdraw the code
