-- Where whoever follows the link of the mail wanted to go: a path of this site, sealed, because it may carry a link's token.
alter table sign_ins add column way_on blob;
