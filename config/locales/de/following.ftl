# Einer Runde oder einem Vorschlag folgen: der Kasten auf der Seite, die Frage an das Postfach, was jemand verfolgt.

following-box = Sagen Sie mir, was daraus wird
following-email = Ihre E-Mail-Adresse
following-email-hint = Wir schreiben höchstens einmal in der Woche. Zuerst fragen wir per E-Mail, ob Sie das waren.
following-button = Per E-Mail folgen
following-box-account = Wir schreiben an die Adresse Ihres Kontos, höchstens einmal in der Woche.
following-box-no-address = Ihr Konto hat noch keine E-Mail-Adresse.
following-box-follows = Dem folgen Sie schon.
following-manage = Alles, dem Sie folgen
following-proposal = Vorschlag { $number }
following-nothing-named = Öffnen Sie die Seite einer Runde oder eines Vorschlags. Dort können Sie folgen.
following-home = Zur Startseite
following-later = Von hier wurden zu viele E-Mails angefordert. Versuchen Sie es nach { $time } noch einmal.
following-sent-title = Schauen Sie in Ihr Postfach
following-sent-lead = Wir haben eine E-Mail an die Adresse geschickt. Öffnen Sie den Link darin. Drücken Sie dort „Ja, folgen“.
following-sent-days = Der Link gilt { $days } Tage.
following-sent-until = Bis dahin bekommen Sie sonst nichts von uns.
following-again = Adresse noch einmal eingeben
following-back = Zurück zu:
following-confirm-title = Möchten Sie folgen?
following-confirm-lead = Wir schreiben an:
following-confirm-button = Ja, folgen
following-confirm-not-me = Das waren Sie nicht? Dann tun Sie nichts. Wir schreiben nicht noch einmal und löschen die Adresse.
following-confirm-gone = Öffnen Sie die Seite der Runde oder des Vorschlags. Geben Sie dort Ihre Adresse noch einmal ein.
following-done-title = Sie folgen jetzt
following-done-lead = Wir schreiben Ihnen, wenn es etwas Neues gibt.
following-weekly = Sie bekommen höchstens eine E-Mail in der Woche, mit allem Neuen.
following-stop-any-time = In jeder steht ein Link zum Beenden.
following-title = Dem folgen Sie
following-page = Seite { $page } von { $pages }
following-lead = Wir schreiben an:
following-since = Seit { $date }
following-stop = Nicht mehr folgen
following-stop-all = Alle diese E-Mails beenden
following-stop-all-hint = Dann löschen wir Ihre Adresse aus dieser Liste. Wenn Sie ein Konto haben, bleibt es.
following-language = Sprache der E-Mails
following-language-save = Sprache speichern
following-none = Sie folgen keiner Runde und keinem Vorschlag.
following-none-hint = Auf den Seiten von Runden und Vorschlägen können Sie jederzeit beginnen.
following-gone = Nehmen Sie den Link aus einer neueren E-Mail. Oder öffnen Sie die Seite einer Runde oder eines Vorschlags und folgen Sie dort neu.
following-unknown = Öffnen Sie den Link in einer unserer E-Mails. Oder melden Sie sich an, wenn Sie ein Konto haben.
following-sign-in = Anmelden
following-done-follows = Sie folgen jetzt.
following-done-stopped = Beendet. Davon schreiben wir Ihnen nicht mehr.
following-done-all = Alles beendet. Ihre Adresse steht nicht mehr auf dieser Liste.
following-done-language = Die Sprache ist gespeichert.
following-account = Dem folgen Sie
following-account-hint = Runden und Vorschläge, von denen Sie hören.

# Die Frage an das Postfach

mail-confirm-follow-subject = { $round } folgen: bitte bestätigen
mail-confirm-follow-text =
    Guten Tag,

    jemand möchte an dieser Adresse hören, was aus der Runde „{ $round }“ wird.

    Waren Sie das? Dann öffnen Sie innerhalb von 7 Tagen diesen Link.
    Drücken Sie dort „Ja, folgen“:
    { $link }

    Waren Sie das nicht? Dann tun Sie nichts.
    Sie bekommen keine weitere E-Mail, und wir löschen die Adresse.
mail-confirm-follow-why = Sie bekommen diese E-Mail, weil jemand diese Adresse eingegeben hat.
mail-confirm-follow-proposal-subject = { $number } folgen: bitte bestätigen
mail-confirm-follow-proposal-text =
    Guten Tag,

    jemand möchte an dieser Adresse hören, was aus dem Vorschlag { $number } wird.
    Er gehört zur Runde „{ $round }“.

    Waren Sie das? Dann öffnen Sie innerhalb von 7 Tagen diesen Link.
    Drücken Sie dort „Ja, folgen“:
    { $link }

    Waren Sie das nicht? Dann tun Sie nichts.
    Sie bekommen keine weitere E-Mail, und wir löschen die Adresse.
mail-confirm-follow-proposal-why = Sie bekommen diese E-Mail, weil jemand diese Adresse eingegeben hat.

# Was geschah, höchstens einmal in der Woche

mail-followed-news-subject = { $first }: { $what } und { $count } weitere
mail-followed-news-text =
    Guten Tag,

    das ist neu:

    { $news }

    Alles, dem Sie folgen, und wie Sie es beenden:
    { $link }
mail-followed-news-why =
    Sie bekommen diese E-Mail, weil Sie Runden oder Vorschlägen folgen. Es ist höchstens eine in der Woche.
    Mit dem Link oben beenden Sie eines davon oder alles. Dort wählen Sie auch die Sprache.
mail-followed-news-one-subject = { $first }: { $what }
mail-followed-news-one-text =
    Guten Tag,

    das ist neu:

    { $news }

    Alles, dem Sie folgen, und wie Sie es beenden:
    { $link }
mail-followed-news-one-why =
    Sie bekommen diese E-Mail, weil Sie Runden oder Vorschlägen folgen. Es ist höchstens eine in der Woche.
    Mit dem Link oben beenden Sie eines davon oder alles. Dort wählen Sie auch die Sprache.
mail-news-joined = Die Vorschläge { $number } und { $detail } gehören zusammen und gehen als einer weiter.
mail-news-decided = Das Amt hat über den Vorschlag { $number } entschieden: { $detail }.
mail-news-on-ballot = Der Vorschlag { $number } steht auf dem Stimmzettel.
mail-news-left-out = Der Vorschlag { $number } steht nicht auf dem Stimmzettel. Der Grund steht auf seiner Seite.
mail-news-back-in = Der Vorschlag { $number } sollte nicht auf den Stimmzettel. Das gilt nicht mehr.
mail-news-withdrawn = Der Vorschlag { $number } wurde zurückgezogen.
mail-news-council = Über das Projekt { $number } ist entschieden: { $detail }.
mail-news-council-taken-back = Die Entscheidung über das Projekt { $number } wurde zurückgenommen. Der Grund steht im Protokoll.
mail-news-voting-opens = Sie können jetzt abstimmen: { $round }. Auf der Seite steht, was Sie dafür brauchen.
mail-news-last-days = Sie können noch höchstens 3 Tage abstimmen: { $round }. Wenn Sie abgestimmt haben, ist nichts zu tun.
mail-news-result = Das Ergebnis ist da: { $round }.
mail-news-council-done = Über alle Projekte ist entschieden: { $round }.
mail-news-more =
    { $count ->
        [one] 1 weitere Nachricht steht auf den Seiten.
       *[other] { $count } weitere Nachrichten stehen auf den Seiten.
    }
mail-news-short-joined = mit einem anderen zusammengelegt
mail-news-short-decided = das Amt hat entschieden
mail-news-short-on-ballot = auf dem Stimmzettel
mail-news-short-left-out = nicht auf dem Stimmzettel
mail-news-short-back-in = doch nicht ausgeschlossen
mail-news-short-withdrawn = zurückgezogen
mail-news-short-council = es ist entschieden
mail-news-short-council-taken-back = die Entscheidung ist zurückgenommen
mail-news-short-voting-opens = jetzt abstimmen
mail-news-short-last-days = letzte Tage zum Abstimmen
mail-news-short-result = das Ergebnis
mail-news-short-council-done = es ist entschieden
