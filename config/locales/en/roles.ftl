# Roles in the office

role-administrator = administrator
role-reviewer = reviewer
role-finance-reviewer = finance reviewer
role-jury-secretary = jury secretary
role-moderator = moderator
role-counter-staff = counter staff
role-auditor = auditor
