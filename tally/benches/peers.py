"""Equal Shares with Add1 by other programs, beside `allmende tally`, on the same files and in one run.

    python3 -m venv peers && peers/bin/pip install pabutools==1.2.3 muoblpbindings==0.0.16
    peers/bin/python tally/benches/peers.py target/release/allmende FILE.pb ...

For approval files. What is timed of the peers is the rule alone; of `allmende tally` it is the whole command, with
starting, reading and printing. pabutools counts exactly, and must find the same projects; muoblpbindings counts with
doubles.
"""

import json
import subprocess
import sys
import time

import muoblpbindings
from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares


def timed(work):
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def ours(program, path):
    command = [program, "tally", path, "--rule", "equal-shares", "--satisfaction", "cost", "--completion", "add1", "--json"]
    runs = [timed(lambda: subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(3)]
    return json.loads(runs[0][0])["selected"], min(seconds for _, seconds in runs)


def compiled(instance, profile):
    cost = {project.name: int(project.cost) for project in instance}
    supporters = {name: [] for name in cost}
    voters = [f"v{number}" for number in range(len(profile))]
    for voter, ballot in zip(voters, profile):
        for project in ballot:
            supporters[project.name].append((voter, cost[project.name]))
    total = {name: len(listed) * cost[name] for name, listed in supporters.items()}
    costs = {name: float(price) for name, price in cost.items()}
    names = sorted(cost)
    budget = float(instance.budget_limit)
    return timed(lambda: muoblpbindings.equal_shares_add1(voters, names, costs, supporters, total, budget))


def exact(instance, profile):
    grouped = profile.as_multiprofile()
    rule = lambda: method_of_equal_shares(instance, grouped, sat_class=Cost_Sat, voter_budget_increment=1)
    return timed(rule)


def main(program, paths):
    print("| file | allmende s | muoblpbindings s | ratio | pabutools s | ratio | same as pabutools |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
    for path in paths:
        instance, profile = parse_pabulib(path)
        selected, own = ours(program, path)
        _, double = compiled(instance, profile)
        reference, slow = exact(instance, profile)
        same = sorted(project.name for project in reference) == selected
        name = path.rsplit("/", 1)[-1].removesuffix(".pb")
        row = [name, f"{own:.3f}", f"{double:.2f}", f"{double / own:.0f}", f"{slow:.2f}", f"{slow / own:.0f}", "yes" if same else "NO"]
        print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
