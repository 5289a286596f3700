# At the counter: what came on paper, by telephone or at a meeting is entered. Only the office reads these pages; the slip
# and the form on paper are for everybody.

counter-title = Enter a proposal
counter-lead = The fields stand as on the paper form.
counter-hint = From paper, by telephone or from a meeting.
counter-paper = Paper form for printing
counter-paper-version = Version { $version }
counter-until = What arrives by { $close } can be entered until { $date }.
counter-source = How did the proposal come?
counter-source-hint = The answer stays for the next proposal.
counter-source-paper = On paper
counter-source-phone = By telephone
counter-source-meeting = At a meeting
counter-source-mail = With a letter or an e-mail
counter-day = When did it reach the office?
counter-day-hint = This day counts, even if you enter it later.
counter-helped = We helped to word it
counter-scan = Paper as a picture (optional)
counter-scan-hint = JPEG, PNG or PDF, at most 10 MB. Only the office sees the file, for 6 months.
counter-scan-again = Please choose the file once more.
counter-scan-left = Nothing is entered yet: the file was lost at the sign-in. Choose it once more, or enter without it.
counter-scan-too-heavy = The file is too large. Choose one of at most 10 MB.
counter-scan-svg = This file is no JPEG, PNG or PDF. Choose another one.
counter-scan-unknown = This file is no JPEG, PNG or PDF. Choose another one.
counter-scan-too-large = The picture has too many dots. Scan it with 300 dpi.
counter-scan-damaged = The file is damaged. Scan the paper once more.
counter-scan-open = See the paper (file)
counter-button = Enter
counter-shut = Nothing can be entered here at present.
counter-shut-hint = You can enter proposals while the round collects them, and for 7 days after.
counter-problem-future = This day is still to come. Write the day on which the proposal arrived.
counter-problem-outside = No proposals were collected on this day. Check the date.
counter-problem-not-open = Nothing can be entered any more. Ask your administration.
counter-done = { $number } is entered
counter-done-mailed = We write an e-mail with the number and the code.
counter-done-slip = Print the slip. The code on it is there only now.
counter-slip-print = Print the slip
counter-slip = Slip
counter-correct-it = Correct it
counter-corrected = { $number } is corrected.
counter-similar = Sounds similar:
counter-today = Entered by you today: { $count }
counter-today-none = What you enter today will stand here.

## Correcting one's own typing

correct-title = Correct proposal { $number }
correct-lead = Correct only what was mistyped. The earlier text is kept.
correct-tells-author = We write the person an e-mail.
correct-button = Save the correction
correct-shut-others = Somebody else entered this. Only that person or the administration can correct it.
correct-shut-standing = Nothing can be corrected here any more. The proposal is being reviewed, is hidden or was taken back.

## The slip for the person

counter-slip-title = Slip for proposal { $number }
counter-slip-came-in = Arrived: { $date }
counter-slip-keep = Keep this slip well. Show the code to nobody.
counter-slip-waits = We read the proposal. Then everybody sees it.
counter-slip-public = Everybody can read the proposal.
counter-slip-help = Questions? Call us: { $telephone }
counter-slip-next = Enter the next proposal
counter-slip-code-once = You see the code only now. We keep nothing of it but a check value.
counter-slip-renewed = The new code holds. The old one opens nothing any more.
counter-slip-lost = Is the slip lost?
counter-slip-lost-why = We no longer know the code.
counter-slip-lost-next = You can make a new one. The old one ends then. It stands in the record.
counter-slip-renew = Make a new code

## The form on paper

paper-link = Rather on paper?
paper-link-round = Form on paper
paper-title = My proposal
paper-hint = Two pages of A4: the form and some help.
paper-online = Rather fill it in online
paper-print = Print the form
paper-until = Please hand it in until { $date }.
paper-place = Here: { $place }
paper-version = Form { $version }
paper-help-title = How to fill in the form
paper-next-title = What happens next
paper-next-hand-in = You hand in the form or send it by post.
paper-next-entered = We enter the proposal. It gets a number.
paper-next-slip = You get a slip with the number and a code.
paper-telephone = Questions? Call us: { $telephone }
paper-privacy-title = Your data
paper-privacy = Text, place and name will be on the internet for everybody. Only the office sees the e-mail address. We delete a picture of the paper after 6 months.
counter-before = This form was entered already: no. { $number }
counter-before-text = The first text stands. It says:
counter-before-next = Do you want to change it? Then correct it. What you typed now stands below and would become another proposal.
counter-slip-outdated = This form is old
counter-slip-outdated-next = The code was replaced meanwhile. Nothing was changed. If it is lost again, make another one below.
