# Abstimmen: Code, Stimmzettel, Prüfseite, Beleg

vote-code-title = Mit dem Code abstimmen
vote-code-lead = Geben Sie den Code aus Ihrem Brief ein. Er öffnet Ihren Stimmzettel.
vote-code-kept = Ihre Sitzung ist abgelaufen. Ihre Auswahl ist noch da. Geben Sie den Code noch einmal ein.
vote-code-label = Ihr Code
vote-code-hint = 12 Zeichen in drei Gruppen. Große und kleine Buchstaben sind gleich. Striche dürfen fehlen.
vote-code-enter = Weiter zum Stimmzettel
vote-code-where = Wo steht der Code?
vote-code-where-text = Der Code steht im Kasten unten auf Ihrem Brief. Daneben ist ein QR-Code. Er trägt den Code für Sie ein.
vote-code-lost = Ich habe keinen Code
vote-code-lost-text = Rufen Sie uns an oder kommen Sie vorbei. Wir sagen Ihnen, was möglich ist.
vote-code-lost-help = So erreichen Sie uns
vote-entry-title = Ihr Weg zum Stimmzettel
vote-entry-lead = Sie stimmen mit dem Code aus Ihrem Brief ab oder mit einem Konto. Nehmen Sie eines von beiden.
vote-entry-kept = Ihre Sitzung ist abgelaufen. Ihre Auswahl ist noch da. Geben Sie den Code noch einmal ein oder melden Sie sich an.
vote-entry-no-paper = Einen Stimmzettel auf Papier gibt es in dieser Runde nicht.
vote-account-title = Mit dem Konto abstimmen
vote-account-lead = Sie brauchen ein Konto mit Ihrer E-Mail-Adresse. Dann kommen Sie zum Stimmzettel.
vote-account-yours = Ihr Konto
vote-account-sign-in-title = Melden Sie sich zuerst an
vote-account-sign-in = Wir schicken Ihnen einen Link und sechs Ziffern per E-Mail. Haben Sie noch kein Konto, bekommen Sie damit eines. Danach sind Sie wieder hier.
vote-account-to-sign-in = Per E-Mail anmelden
vote-account-who = Sie sind angemeldet als
vote-account-declare = Bestätigen Sie bitte einmal für diese Runde:
vote-account-kept = Wir bewahren diese Worte und den Tag 12 Monate auf, ohne Ihren Namen.
vote-account-trust = Wir vertrauen Ihnen und prüfen es nicht nach. Wer etwas Falsches bestätigt, verletzt die Regeln der Runde und schwächt die Stimmen der anderen.
vote-account-declared = Sie haben bestätigt, dass Sie hier abstimmen dürfen.
vote-account-no-address = Ihr Konto hat noch keine E-Mail-Adresse. Wir brauchen eine, damit alle nur einmal abstimmen.
vote-account-to-address = E-Mail-Adresse eintragen
vote-account-not-you = Sind Sie das nicht?
vote-account-sign-out = Abmelden
vote-account-none = Keine E-Mail-Adresse? Rufen Sie uns an oder kommen Sie vorbei.
vote-code-lost-account = Sie können auch mit einem Konto abstimmen.
vote-problem-undeclared = Setzen Sie den Haken, dass Sie hier abstimmen dürfen
vote-declare-lives = Ich wohne hier: { $organisation }. Ich stimme in dieser Runde nur einmal ab.
vote-declare-works = Ich arbeite hier: { $organisation }. Ich stimme in dieser Runde nur einmal ab.
vote-declare-lives-or-works = Ich wohne oder arbeite hier: { $organisation }. Ich stimme in dieser Runde nur einmal ab.
vote-privacy = Ihre Stimme ist geheim
vote-privacy-sealed = Wir speichern Ihre Stimme verschlüsselt. Ihr Name steht nicht dabei.
vote-privacy-key = Vor dem Zählen löschen wir die Verbindung zu Ihrem Code.
vote-privacy-account-key = Vor dem Zählen löschen wir die Verbindung zu Ihrem Code oder Konto.
vote-privacy-account = Dass Sie mitgemacht haben, bleibt gespeichert. Wie Sie gestimmt haben, steht nicht dabei.
vote-privacy-account-notice = Nach jeder Stimme mit Ihrem Konto bekommen Sie eine E-Mail. Was Sie gewählt haben, steht nicht darin.
vote-privacy-replace = Bis zum Ende der Abstimmung können Sie Ihre Stimme ersetzen.

vote-problem-code-empty = Geben Sie den Code aus Ihrem Brief ein
vote-problem-code-length = Prüfen Sie die Länge. Der Code hat 12 Zeichen, Sie haben { $count } eingegeben.
vote-problem-code-letters = Prüfen Sie das Zeichen { $character }. Ein Code hat nur Buchstaben und Ziffern.
vote-problem-code-letter-u = Ein Code hat nie den Buchstaben U. Vielleicht ist es ein V.
vote-problem-code-mistyped = Vergleichen Sie den Code mit Ihrem Brief. Ein Zeichen stimmt nicht.
vote-problem-code-unknown = Diesen Code kennen wir für diese Runde nicht. Prüfen Sie, ob Ihr Brief zu dieser Runde gehört.
vote-problem-code-other-round = Dieser Code gehört zu einer anderen Runde. Dort können Sie mit ihm abstimmen.
vote-problem-code-revoked = Dieser Code gilt nicht mehr. Nehmen Sie den Code aus Ihrem neuesten Brief.
vote-problem-code-too-often = Von hier kamen zu viele falsche Codes. Versuchen Sie es wieder ab { $time }.

vote-ballot-title = Stimmzettel
vote-ballot-heading-points =
    { $total ->
        [one] Vergeben Sie Ihren Punkt
       *[other] Vergeben Sie Ihre { $total } Punkte
    }
vote-ballot-heading-approval =
    { $most ->
        [one] Wählen Sie ein Projekt
       *[other] Wählen Sie bis zu { $most } Projekte
    }
vote-ballot-rule-points =
    { $total ->
        [one] Sie haben 1 Punkt. Geben Sie ihn einem Projekt.
       *[other] Sie haben { $total } Punkte. Ein Projekt bekommt höchstens { $most }. Verteilen Sie die Punkte, wie Sie möchten.
    }
vote-ballot-rule-points-areas =
    { $total ->
        [one] Sie haben in jedem Gebiet 1 Punkt.
       *[other] Sie haben in jedem Gebiet { $total } Punkte. Ein Projekt bekommt höchstens { $most }.
    }
vote-ballot-rule-approval =
    { $most ->
        [one] Sie können 1 Projekt wählen.
       *[other] Sie können bis zu { $most } Projekte wählen. Weniger ist auch möglich.
    }
vote-ballot-rule-approval-areas =
    { $most ->
        [one] Sie können in jedem Gebiet 1 Projekt wählen.
       *[other] Sie können in jedem Gebiet bis zu { $most } Projekte wählen.
    }
vote-ballot-random = Die Reihenfolge der Projekte ist zufällig.
vote-ballot-replaces = Sie haben schon abgestimmt. Diese Stimme zählt, bis Sie eine neue abgeben. Ihre alte Auswahl zeigen wir niemandem, auch Ihnen nicht.
vote-ballot-areas =
    { $count ->
        [one] Ihr Stimmzettel hat 1 Gebiet
       *[other] Ihr Stimmzettel hat { $count } Gebiete
    }
vote-ballot-areas-note = Sie müssen nicht in jedem Gebiet wählen. Ein Gebiet ohne Auswahl gehört nicht zu Ihrer Stimme.
vote-area-money = { $money } zu vergeben
vote-area-to-points = Zu meinen Punkten
vote-area-to-choice = Zu meiner Auswahl
vote-read-more = Mehr lesen
vote-place = Ort: { $place }
vote-points = Punkte
vote-pick = Wählen
vote-picked = Gewählt
vote-blank = Dieses Gebiet lasse ich mit Absicht leer
vote-blank-hint = Dann zählt Ihre Stimme hier als leere Stimme.
vote-sum-of = Meine Auswahl in { $area }
vote-sum-points-html = <span class="given"><span class="srv">{ $given }</span></span> von { $total } Punkten, <span class="left"><span class="srv">{ $left }</span></span> übrig
vote-sum-many-points-html = <span class="given"><span class="srv">{ $given }</span></span> von { $total } Punkten vergeben
vote-sum-approval-html = <span class="given"><span class="srv">{ $given }</span></span> von { $most } gewählt
vote-not-cast-short = Noch nicht abgegeben
vote-check = Auswahl prüfen
vote-next-area = Nächstes Gebiet

vote-problem-empty = Wählen Sie etwas. Oder kreuzen Sie an, dass Sie mit Absicht nichts wählen.
vote-problem-too-many-points =
    { $over ->
        [one] { $area }: Sie haben { $given } Punkte vergeben, erlaubt sind { $most }. Nehmen Sie 1 Punkt weg.
       *[other] { $area }: Sie haben { $given } Punkte vergeben, erlaubt sind { $most }. Nehmen Sie { $over } Punkte weg.
    }
vote-problem-too-many-projects =
    { $over ->
        [one] { $area }: Sie haben { $given } Projekte gewählt, erlaubt sind { $most }. Wählen Sie 1 ab.
       *[other] { $area }: Sie haben { $given } Projekte gewählt, erlaubt sind { $most }. Wählen Sie { $over } ab.
    }
vote-problem-value = { $project }: Geben Sie 0 bis { $most } Punkte
vote-problem-unknown-area = Das Gebiet Nr. { $number } steht nicht auf Ihrem Stimmzettel. Wir haben es weggelassen.
vote-problem-doubled = { $project }: Dieses Projekt kam zweimal an. Wählen Sie dort noch einmal.
vote-problem-unknown = Das Projekt Nr. { $number } steht nicht auf Ihrem Stimmzettel. Wir haben es weggelassen.
vote-problem-blank-with-choices = { $area }: Sie haben gewählt und „leer“ angekreuzt. Nehmen Sie eines von beiden weg.

vote-check-title = Auswahl prüfen
vote-check-back = Zurück zum Stimmzettel
vote-check-heading = Stimmt das so?
vote-check-not-cast-html = <b>Noch nicht abgegeben.</b> Ihre Stimme zählt erst, wenn Sie unten auf „Stimme jetzt abgeben“ drücken.
vote-check-ballot = Ihr Stimmzettel
vote-check-number = Nr.
vote-check-project = Projekt
vote-check-change = Ändern
vote-check-choose = Hier noch wählen
vote-check-points =
    { $total ->
        [one] { $given } von 1 Punkt vergeben.
       *[other] { $given } von { $total } Punkten vergeben.
    }
vote-check-points-left =
    { $left ->
        [one] 1 Punkt bleibt übrig. Das ist erlaubt.
       *[other] { $left } Punkte bleiben übrig. Das ist erlaubt.
    }
vote-check-approval =
    { $most ->
        [one] { $given } von 1 Projekt gewählt.
       *[other] { $given } von { $most } Projekten gewählt.
    }
vote-check-approval-left =
    { $left ->
        [one] Sie können noch 1 Projekt wählen, müssen aber nicht.
       *[other] Sie können noch { $left } Projekte wählen, müssen aber nicht.
    }
vote-check-blank = Mit Absicht leer. Hier zählt Ihre Stimme als leere Stimme.
vote-check-absent =
    { $count ->
        [one] Ein Gebiet gehört nicht zu Ihrer Stimme
       *[other] { $count } Gebiete gehören nicht zu Ihrer Stimme
    }
vote-check-absent-note = Hier haben Sie nichts gewählt. Das ist erlaubt. Andere entscheiden dort.
vote-cast = Stimme jetzt abgeben
vote-check-secret = Keine Seite zeigt, wie Sie abgestimmt haben, auch nicht dem Amt.
vote-check-replace = Bis { $date } können Sie Ihre Stimme ersetzen.

vote-receipt-title = Ihre Stimme ist abgegeben
vote-receipt-replaced = Sie ersetzt Ihre frühere Stimme.
vote-receipt-yours = Ihr Beleg
vote-receipt-code = Prüf-Code
vote-receipt-proves = Der Code gehört zu Ihrer Stimme. Er verrät nicht, was Sie gewählt haben.
vote-receipt-keep = Notieren Sie den Code oder drucken Sie diese Seite. Später zeigen wir ihn nicht mehr.
vote-receipt-print = Beleg drucken
vote-receipt-next = Wie es weitergeht
vote-receipt-until = bis { $date }
vote-receipt-replace = Sie können Ihre Stimme ersetzen. Sie beginnen dann mit einem leeren Stimmzettel.
vote-receipt-after = danach
vote-receipt-count = Wir zählen alle Stimmen.
vote-receipt-result-later = wenn gezählt ist
vote-receipt-result = Das Ergebnis steht auf diesen Seiten. Alle dürfen nachzählen.
vote-receipt-afterwards = nach dem Ergebnis
vote-receipt-done = Sind Sie fertig?
vote-receipt-done-text = Ist das nicht Ihr eigenes Gerät? Dann beenden Sie hier Ihre Sitzung.
vote-receipt-leave = Fertig, Sitzung beenden
vote-receipt-again = Stimme ersetzen

vote-already-title = Ihre Stimme ist schon abgegeben
vote-already-lead = Sie brauchen nichts mehr zu tun. Ihre Stimme zählt.
vote-already-replace = Bis { $date } können Sie Ihre Stimme ersetzen. Sie beginnen dann mit einem leeren Stimmzettel.

vote-not-begun-title = Die Abstimmung hat noch nicht begonnen
vote-not-begun-next = Heben Sie Ihren Brief auf. Die Projekte können Sie schon jetzt ansehen.
vote-not-begun-account = Die Projekte können Sie schon jetzt ansehen.
vote-closed-title = Die Abstimmung ist zu Ende
vote-closed-ended = Sie endete am { $date }.
vote-closed-attempted-html = <b>Ihre Auswahl wurde nicht abgegeben.</b> Sie kam nach dem Ende an. Eine früher abgegebene Stimme zählt weiter.
vote-closed-next = Jetzt wird gezählt. Das Ergebnis steht danach auf diesen Seiten.
vote-closed-result = Das Ergebnis ist schon da.
vote-to-round = Zur Runde

vote-conflict-title = Noch nicht abgegeben
vote-conflict-window-title = In einem anderen Fenster wurde abgestimmt
vote-conflict-window = Ihre Stimme wurde im selben Moment in einem anderen Fenster abgegeben. Jene Stimme zählt.
vote-conflict-round-title = Die Runde hat sich geändert
vote-conflict-round = Seit Sie den Stimmzettel geöffnet haben, hat sich die Runde geändert. Sehen Sie den neuen Stimmzettel an.
vote-conflict-paper-title = Ihre Stimme auf Papier zählt
vote-conflict-paper = Sie haben schon auf Papier abgestimmt. Das können Sie hier nicht mehr ändern.
vote-conflict-code-title = Hier wurde ein anderer Stimmzettel geöffnet
vote-conflict-code = Dieser Stimmzettel war schon offen. Dann hat jemand im selben Browser den eigenen geöffnet.
vote-conflict-code-secret = Gerade eben wurde nichts abgegeben. Die Auswahl zeigen wir hier nicht, denn sie ist geheim.
vote-conflict-code-next = Ist es Ihr Stimmzettel? Dann öffnen Sie ihn noch einmal und wählen Sie neu.
vote-conflict-code-enter = Meinen Stimmzettel wieder öffnen
vote-conflict-code-ballot = Zum anderen Stimmzettel
vote-conflict-limit-title = Hier können Sie Ihre Stimme nicht mehr ändern
vote-conflict-limit = Sie haben Ihre Stimme zu oft geändert. Ihre letzte Stimme zählt.
vote-conflict-limit-next = Brauchen Sie noch eine Änderung? Dann fragen Sie uns.
vote-conflict-kept = Diese Auswahl ist noch nicht abgegeben. Wir haben sie aufgehoben.
vote-conflict-check = Prüfen und neu abgeben
vote-conflict-look = Neuen Stimmzettel ansehen
vote-conflict-leave = Nein danke, die andere Stimme soll zählen

vote-again-kept = Ihre Auswahl ist noch da. Schicken Sie sie mit dem Knopf noch einmal.
vote-again-earlier = Eine früher abgegebene Stimme zählt weiter.

vote-left-title = Ihre Sitzung ist beendet
vote-left-cast = Ihre Stimme ist abgegeben und zählt.
vote-left-not-cast = Sie haben nichts Neues abgegeben.
vote-left-shared = Auf diesem Gerät ist nichts von Ihrer Auswahl geblieben. Schließen Sie zur Sicherheit das Fenster.
vote-left-signed-in-title = Sie sind noch angemeldet
vote-left-signed-in = Ihr Konto ist auf diesem Gerät noch offen. Wer es als Nächstes benutzt, könnte Ihre Stimme ändern.
vote-left-enter = Wieder zum Stimmzettel
