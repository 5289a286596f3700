# What a proposal said before it was changed

versions-link = Text of earlier versions
versions-title = Earlier versions
versions-lead = Removed words are struck out. Added words are underlined.
versions-changed = Changed on { $date }
versions-why-correction = The office corrected what it had mistyped.
versions-removed = Removed:
versions-added = Added:
versions-other = Only the name was changed, and earlier names are not shown.
versions-none = There is no earlier version to read.
versions-withheld =
    { $count ->
        [one] 1 earlier version is not shown. Nobody could read it, or the office had hidden it.
       *[other] { $count } earlier versions are not shown. Nobody could read them, or the office had hidden them.
    }
versions-field-title = Title
versions-field-summary = In short
versions-field-body = Text
versions-field-place = Place
