# Above every page of a demonstration.

frame-demo-notice = This is a demonstration. Nothing here is real.
