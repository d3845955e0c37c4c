-- Where a transfer goes: printed on every invoice of the legal entity. Copied into it, like all of its seller.
alter table legal_entities add column bank_details text not null default '';
