-- A shop to try things on: an order of two cups and a lamp, delivered two days ago, and those who have to do with it.
INSERT INTO actors (token, id, role)
VALUES ('token-of-customer', 'customer-1', 'customer'),
       ('token-of-another-customer', 'customer-2', 'customer'),
       ('token-of-li', 'li', 'agent'),
       ('token-of-wang', 'wang', 'lead'),
       ('token-of-warehouse', 'warehouse', 'system');

INSERT INTO orders (id, customer_id, currency, paid_minor, freight_minor, delivered_at)
VALUES ('order-1', 'customer-1', 'CNY', 16800, 800, now() - interval '2 days'),
       ('order-2', 'customer-2', 'CNY', 9900, 0, now() - interval '2 days');

INSERT INTO order_lines (order_id, line_id, sku, pieces, price_minor)
VALUES ('order-1', 'cups', 'cup', 2, 10000),
       ('order-1', 'lamp', 'lamp', 1, 6000),
       ('order-2', 'rug', 'rug', 1, 9900);
