# Die Menschen im Amt: wer welche Rolle hat und wer eingeladen ist.

people-title = Menschen
people-lead = Diese Menschen arbeiten im Amt. Alle brauchen ein Telefon für den zweiten Code.
people-workplaces = Beschäftigte ohne E-Mail
people-list-title = Wer welche Rolle hat
people-list-none = Noch hat niemand eine Rolle.
people-you = das sind Sie
people-closed = Konto geschlossen
people-role-for-all = { $role }, alle Runden
people-role-for-round = { $role }, nur „{ $round }“
people-since = seit { $since }
people-span = { $since } bis { $until }
people-back = Zurück zu den Menschen
people-invitations-title = Einladungen
people-invitations-none = Keine Einladung ist offen.
people-invited = geschickt am { $sent }
people-invitation-open = gilt bis { $expires }
people-invitation-over = abgelaufen am { $expires }
people-invite-again = Noch einmal schicken
people-withdraw = Zurückziehen

people-done-invited = Die Einladung ist unterwegs. Sie gilt 14 Tage.
people-done-withdrawn = Die Einladung ist zurückgezogen. Ihr Link öffnet nichts mehr.
people-done-given = Die Rolle ist vergeben. Die Person erfährt es per E-Mail.
people-done-taken = Die Rolle ist entzogen. Die Person erfährt es per E-Mail.
people-done-closed = Das Konto ist geschlossen. Niemand kann sich damit anmelden.
people-done-reopened = Das Konto ist wieder offen. Sagen Sie es der Person.
people-done-reset = Das Telefon ist zurückgesetzt. Beim nächsten Anmelden richtet die Person ein neues ein.
people-done-meanwhile = Nichts wurde geändert: Jemand anderes war schneller. So ist der Stand jetzt.

people-invite-title = Jemanden einladen
people-invite-lead = Wir schicken einen Link per E-Mail. Nur wem die Adresse gehört, kann ihn benutzen.
people-invite-button = Einladung schicken
people-email = E-Mail-Adresse
people-email-hint = Sie muss einer Person gehören, nicht einer Gruppe.
people-role = Rolle
people-round = Für welche Runde?
people-round-hint = Mit einer Runde kann die Person in den anderen nichts tun.
people-round-all = Alle Runden
people-to-person = Zur Seite dieser Person

people-may-administrator = Leitet Runden, lädt Menschen ein, ändert die Einstellungen.
people-may-reviewer = Für die Fachämter. Sieht den Stand der Runden, ändert nichts.
people-may-finance-reviewer = Für die Kämmerei. Sieht den Stand der Runden, ändert nichts.
people-may-jury-secretary = Für die Jury. Sieht den Stand der Runden, ändert nichts.
people-may-moderator = Für die Moderation. Sieht den Stand der Runden, ändert nichts.
people-may-counter-staff = Für den Schalter. Sieht den Stand der Runden, ändert nichts.
people-may-auditor = Für die Revision. Sieht den Stand der Runden, ändert nichts.

people-problem-no-address = Schreiben Sie eine E-Mail-Adresse wie name@beispiel.de.
people-problem-no-role = Wählen Sie eine Rolle.
people-problem-no-round = Wählen Sie eine Runde aus der Liste.
people-problem-held-already = Diese Person hat diese Rolle schon. Wählen Sie eine andere.
people-problem-invited-already = Diese Einladung ist schon offen. In der Liste können Sie sie noch einmal schicken.
people-problem-account-closed = Das Konto zu dieser Adresse ist geschlossen. Es muss zuerst wieder geöffnet werden.
people-problem-last = Jemand muss alles verwalten können. Geben Sie die Rolle zuerst jemand anderem.

people-give-title = Weitere Rolle geben
people-give-lead = Die Rolle gilt sofort. Die Person erfährt es per E-Mail.
people-give-button = Rolle geben

people-last = Diese Person ist die letzte in der Verwaltung. Jemand muss alles verwalten können. Geben Sie die Rolle „Verwaltung“ zuerst jemand anderem.
people-roles-title = Rollen
people-roles-none = Diese Person hat keine Rolle mehr.
people-take = Entziehen
people-past = Frühere Rollen
people-account-title = Konto
people-telephone = Telefon
people-telephone-set = Ist eingerichtet.
people-telephone-none = Ist noch nicht eingerichtet. Das geschieht beim nächsten Anmelden.
people-sign-in = Anmelden
people-sign-in-open = Ist möglich.
people-sign-in-closed = Ist nicht möglich: Das Konto ist geschlossen.

people-back-to-person = Zurück zur Person
people-effect = Was dann geschieht
people-yourself = Achtung: Das ist Ihr eigenes Konto.
people-not = Nein, zurück
people-take-title = Rolle entziehen?
people-take-effect-once = Es gilt sofort, mit dem nächsten Klick dieser Person.
people-take-effect-mail = Die Person erfährt es per E-Mail.
people-take-effect-record = Im Protokoll bleibt stehen, wer die Rolle wann hatte.
people-take-button = Rolle entziehen
people-close-title = Konto schließen
people-close-effect-sessions = Die Person ist sofort überall abgemeldet.
people-close-effect-roles = Die Rollen bleiben stehen, gelten aber erst wieder, wenn Sie das Konto öffnen.
people-close-effect-mail = Wir schicken keine E-Mail. Sagen Sie es der Person selbst.
people-close-button = Konto jetzt schließen
people-reopen-title = Konto wieder öffnen
people-reopen-effect-sign-in = Die Person kann sich wieder anmelden.
people-reopen-effect-roles = Die Rollen, die hier stehen, gelten sofort wieder.
people-reopen-button = Konto jetzt öffnen
people-reset-title = Telefon zurücksetzen
people-reset-effect-sessions = Die Person ist sofort überall abgemeldet. Auch die Ersatz-Codes enden.
people-reset-effect-next = Beim nächsten Anmelden richtet die Person ein neues Telefon ein.
people-reset-effect-sure = Vergewissern Sie sich, wer Sie darum bittet. Rufen Sie zurück.
people-reset-button = Telefon jetzt zurücksetzen
