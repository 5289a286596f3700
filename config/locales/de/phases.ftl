# Die Überschriften, unter denen eine Runde gerade steht.

phase-draft = Entwurf
phase-announced = Angekündigt
phase-collecting = Vorschläge sammeln
phase-reviewing = Prüfung durch das Amt
phase-selecting = Auswahl für den Stimmzettel
phase-voting = Abstimmen
phase-counting = Auszählen
phase-result = Ergebnis
phase-decided = Beschluss
phase-delivering = Umsetzung
phase-archived = Abgeschlossen
phase-dates = { $from } bis { $until }
phase-until = bis { $until }
phase-from = ab { $from }
phase-planned = geplant für { $date }
