-- The neighbourhoods of the organisation, in its order. Proposals and rounds may point at them later.
create table neighbourhoods (
    id integer primary key,
    position bigint not null
);

create table neighbourhood_texts (
    neighbourhood_id bigint not null constraint neighbourhood_texts_neighbourhood_fkey references neighbourhoods (id),
    language text not null,
    name text not null,
    constraint neighbourhood_texts_pkey primary key (neighbourhood_id, language)
);
