-- CHG-2: when use is invoiced, where the contract says otherwise than its plan.
alter table contracts add column usage_invoicing text check (usage_invoicing in ('cycleEnd', 'immediately'));
