-- Tokens with which programs read what the office may read. The token itself is not stored: it is signed.
create table api_tokens (
    jti text not null,
    account_id bigint not null constraint api_tokens_account_fkey references accounts (id),
    name text not null,
    scope text not null,
    created_at timestamp not null,
    expires_at timestamp not null,
    revoked_at timestamp,
    last_used_at timestamp,
    constraint api_tokens_pkey primary key (jti),
    constraint api_tokens_life_check check (expires_at > created_at)
);

create index api_tokens_account_idx on api_tokens (account_id);

-- The interface pages through the whole record in this order.
create index entries_at_idx on entries (at, id);
