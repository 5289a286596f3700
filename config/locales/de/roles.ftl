# Rollen im Büro

role-administrator = Verwaltung
role-reviewer = Prüfung
role-finance-reviewer = Finanzprüfung
role-jury-secretary = Geschäftsstelle der Jury
role-moderator = Moderation
role-counter-staff = Bürgerschalter
role-auditor = Revision
