# The page in easy language; the organisation writes the texts themselves.

easy-title = Easy language
easy-video = Video in sign language
easy-what = What is this?
easy-vote = How to vote
easy-suggest = How to suggest something
