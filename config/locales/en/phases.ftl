# The headlines under which a round stands.

phase-draft = Draft
phase-announced = Announced
phase-collecting = Collecting proposals
phase-reviewing = Review by the office
phase-selecting = Choosing for the ballot
phase-voting = Voting
phase-counting = Counting
phase-result = Result
phase-decided = Decision
phase-delivering = Carrying out
phase-archived = Closed
phase-dates = { $from } to { $until }
phase-until = until { $until }
phase-from = from { $from }
phase-planned = planned for { $date }
