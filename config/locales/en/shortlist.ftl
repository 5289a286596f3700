# Which proposals go onto the ballot

shortlist-title = Selection for the ballot
shortlist-title-page =
    { $pages ->
        [one] Selection for the ballot
       *[other] Selection for the ballot, page { $page } of { $pages }
    }
shortlist-lead = Everything that goes to the vote stands here. Whatever you leave out needs a public reason.
shortlist-round-hint = Decide what stands on the ballot, and freeze it.
shortlist-parts = Parts of the selection
shortlist-part-ballot = On the ballot: { $count }
shortlist-part-excluded = Left out: { $count }
shortlist-part-without_area = Without an area: { $count }
shortlist-empty-ballot = No proposal goes to the vote yet. Decide some in the review first.
shortlist-empty-excluded = Nothing is left out.
shortlist-empty-without_area = Each proposal has an area.
shortlist-undecided =
    { $count ->
        [one] 1 proposal is not decided yet. It will not stand on this ballot.
       *[other] { $count } proposals are not decided yet. They will not stand on this ballot.
    }
shortlist-areas = What each area would have on the ballot
shortlist-area = Area
shortlist-area-hint = The proposal is for the whole round. On the ballot it needs one area.
shortlist-no-area = Area to be chosen
shortlist-projects = Projects
shortlist-cost = Cost
shortlist-limit = There is
shortlist-places =
    { $count ->
        [one] 1 place
       *[other] { $count } places
    }
shortlist-excluded = Left out because
shortlist-excluded-because = Left out:
shortlist-frozen-since = Frozen since { $date }. Numbers, order and costs stay as they are.
shortlist-freeze = Freeze the selection
shortlist-freeze-hint = Each proposal becomes a project with its number. Costs can no longer be changed.
shortlist-freeze-button = Put on the ballot and freeze
shortlist-reopen = Open the selection again
shortlist-reopen-hint = The projects go from the ballot until you freeze it again. Anyone can read the reason: 10 to 500 characters.
shortlist-reopen-button = Open again
shortlist-to-review = To the review and the decision
shortlist-place = On which list?
shortlist-place-button = Save the area
shortlist-exclude = Leave it out
shortlist-exclude-hint = Anyone can read it: 10 to 500 characters. The author is told if we have an address.
shortlist-exclude-button = Leave out
shortlist-include = Take it in again
shortlist-include-button = Put on the ballot
shortlist-fixed = Nothing can be changed here now.
shortlist-done-frozen = The selection is frozen. Everybody can now see the projects.
shortlist-done-reopened = The selection is open again. The projects are gone from the ballot.
shortlist-done-excluded = The proposal is left out. Its page says why.
shortlist-done-included = The proposal goes onto the ballot.
shortlist-done-placed = The area is saved.
shortlist-refused-no-candidate = The proposal no longer goes to the vote.
shortlist-refused-frozen = The selection is frozen. Open it again first.
shortlist-refused-not-frozen = The selection is not frozen.
shortlist-refused-voting = Voting has begun. The ballot stays as it is.
shortlist-refused-given = This round was given its projects. They do not come from proposals.
shortlist-refused-without-area = Choose an area first for each proposal that is for the whole round.
shortlist-refused-without-cost = A proposal has no cost, although its area gives money. Decide it anew with a cost.
shortlist-refused-empty = Nothing goes onto the ballot. Decide in the review first.
shortlist-refused-area = This area is gone. Choose another one.
shortlist-public-excluded = Not on the ballot
shortlist-public-project = It stands on the ballot.
shortlist-public-link = To the project
shortlist-short-reason = Fewer supports than needed: { $count } of { $needed }.
shortlist-included = On the ballot because
shortlist-included-because = On the ballot all the same:
shortlist-override = Put it on all the same
shortlist-override-who = It has too few supports. An administrator can put it on the ballot all the same.
