# Über jeder Seite einer Vorführung.

frame-demo-notice = Dies ist eine Vorführung. Nichts hier ist echt.
