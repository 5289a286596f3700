//! Small good files that tests change a little.

/// Two projects, two ballots with ticks.
pub(crate) const APPROVAL: &str = "META\nkey;value\ndescription;Town\ncountry;X\nunit;Town\ninstance;1\nnum_projects;2\n\
    num_votes;2\nbudget;100\nvote_type;approval\nrule;greedy\ndate_begin;2027\ndate_end;2027\n\
    PROJECTS\nproject_id;cost\n1;60\n02;50.5\nVOTES\nvoter_id;vote\na;1,02\nb;1\n";

/// The same projects, with five points to share out.
pub(crate) fn cumulative() -> String {
    let points = APPROVAL.replace("approval", "cumulative").replace("voter_id;vote", "voter_id;vote;points");
    points.replace("a;1,02", "a;1,02;3,2").replace("b;1\n", "b;1;5\n").replace("rule;", "max_sum_points;5\nrule;")
}
