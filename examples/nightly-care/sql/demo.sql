-- 600 customers with 1,500 orders or so, up to the evening of 30 March 2026. Arithmetic takes the place of chance.
INSERT INTO customers (id, region, birth_month, birth_day, objects_to_profiling)
SELECT 'c-' || lpad(n::text, 4, '0'),
       (ARRAY['Zhejiang', 'Guangdong', 'Sichuan', 'Shandong'])[1 + n % 4],
       CASE WHEN n % 3 > 0 THEN 1 + n % 12 END,
       CASE WHEN n % 3 > 0 THEN 1 + n * 7 % 28 END,
       n % 50 = 0
FROM generate_series(1, 600) AS n;

-- Four of five agreed to marketing in the app, half of them by e-mail too; one in forty wants no text messages at all.
INSERT INTO consents (customer_id, channel, purpose, granted)
SELECT 'c-' || lpad(n::text, 4, '0'), channel, purpose, granted
FROM generate_series(1, 600) AS n,
     LATERAL (VALUES ('app_push', 'marketing', n % 5 > 0),
                     ('email', 'marketing', n % 2 = 0),
                     ('sms', 'service', n % 40 > 0)) AS said (channel, purpose, granted)
WHERE n % 13 > 0;

-- Each customer's first order lies up to 300 days back; of the next ones, every 10 to 69 days, those that were placed by now.
INSERT INTO orders (id, customer_id, total_minor, currency, placed_at, paid_at, signed_at, refunded_minor, refunded_at)
SELECT 'o-' || lpad(n::text, 4, '0') || '-' || k,
       'c-' || lpad(n::text, 4, '0'),
       total_minor,
       'CNY',
       placed_at,
       -- One order in 30 was never paid.
       CASE WHEN (n + k) % 30 > 0 THEN placed_at + interval '10 minutes' END,
       CASE WHEN (n + k) % 30 > 0 AND placed_at < timestamptz '2026-03-28 00:00+08' THEN placed_at + interval '3 days' END,
       CASE WHEN (n + k) % 30 > 0 AND (n * 3 + k) % 25 = 0 THEN total_minor ELSE 0 END,
       CASE WHEN (n + k) % 30 > 0 AND (n * 3 + k) % 25 = 0 THEN placed_at + interval '3 days 2 hours' END
FROM generate_series(1, 600) AS n,
     generate_series(0, n * 31 % 6) AS k,
     LATERAL (SELECT 1900 + n * 7919 % 60000 + k * 1300 AS total_minor,
                     timestamptz '2026-03-30 20:00+08'
                       - make_interval(days => n * 37 % 300, hours => n * 11 % 12)
                       + make_interval(days => k * (10 + n * 17 % 60)) AS placed_at) AS ordered
WHERE placed_at <= timestamptz '2026-03-30 20:00+08';
