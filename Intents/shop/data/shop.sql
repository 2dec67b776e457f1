-- The data behind the example shop, Alder & Loom.
--
-- This script is the generator: run by SQLite it makes the same rows every time. Everything drawn comes from one linear
-- congruential sequence (x' = (1103515245 x + 12345) mod 2^31, the constants of ANSI C), and every date is counted from
-- the shop's business day, 2026-11-22. All people, addresses and numbers are invented: e-mail addresses lie in the
-- reserved example domains, telephone numbers in a range kept free for fiction.
--
-- Try it: sqlite3 :memory: < shop.sql

BEGIN;

-- The shop's books are closed once a day; queries ask this table, never the clock.
CREATE TABLE business_day (today TEXT NOT NULL);
INSERT INTO business_day VALUES ('2026-11-22');

CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    phone TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    tier TEXT NOT NULL CHECK (tier IN ('Leaf', 'Branch', 'Tree')),
    newsletter INTEGER NOT NULL DEFAULT 0,
    joined_on TEXT NOT NULL
);

CREATE TABLE products (
    sku TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category IN ('clothing', 'home')),
    colour TEXT NOT NULL,
    size TEXT,
    price_cents INTEGER NOT NULL,
    stock INTEGER NOT NULL CHECK (stock >= 0),
    restock_on TEXT
);

CREATE TABLE orders (
    number TEXT PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    placed_on TEXT NOT NULL,
    status TEXT NOT NULL
        CHECK (status IN ('placed', 'packed', 'shipped', 'delivered', 'cancelled', 'returned')),
    carrier TEXT,
    tracking TEXT,
    eta TEXT,
    delivered_on TEXT,
    total_cents INTEGER NOT NULL DEFAULT 0,
    payment TEXT NOT NULL CHECK (payment IN ('card', 'PayPal', 'direct debit', 'invoice')),
    address TEXT NOT NULL
);

CREATE TABLE order_items (
    order_number TEXT NOT NULL REFERENCES orders (number) ON DELETE CASCADE,
    sku TEXT NOT NULL REFERENCES products (sku),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    price_cents INTEGER NOT NULL,
    PRIMARY KEY (order_number, sku)
);

CREATE TABLE returns (
    id INTEGER PRIMARY KEY,
    order_number TEXT NOT NULL UNIQUE REFERENCES orders (number),
    reason TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('announced', 'received', 'closed')),
    created_on TEXT NOT NULL,
    send_by TEXT NOT NULL
);

CREATE TABLE refunds (
    order_number TEXT PRIMARY KEY REFERENCES orders (number),
    amount_cents INTEGER NOT NULL,
    method TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'approved', 'paid')),
    requested_on TEXT NOT NULL,
    due_on TEXT,
    paid_on TEXT
);

CREATE TABLE address_changes (
    id INTEGER PRIMARY KEY, order_number TEXT NOT NULL, old_address TEXT NOT NULL, new_address TEXT NOT NULL,
    changed_on TEXT NOT NULL
);
CREATE TABLE password_resets (
    id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, requested_on TEXT NOT NULL
);
CREATE TABLE invoice_requests (
    id INTEGER PRIMARY KEY, order_number TEXT NOT NULL, email TEXT NOT NULL, requested_on TEXT NOT NULL
);
-- Damaged, wrong, missing and lost goods, as customers report them.
CREATE TABLE reports (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, order_number TEXT NOT NULL, details TEXT NOT NULL,
    wish TEXT NOT NULL, reported_on TEXT NOT NULL, answer_by TEXT NOT NULL
);
CREATE TABLE stock_alerts (
    id INTEGER PRIMARY KEY, sku TEXT NOT NULL, email TEXT NOT NULL COLLATE NOCASE, asked_on TEXT NOT NULL,
    UNIQUE (sku, email)
);
CREATE TABLE subscriptions (
    customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
    content TEXT NOT NULL,
    every_weeks INTEGER NOT NULL,
    price_cents INTEGER NOT NULL,
    next_on TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'cancelled'))
);
CREATE TABLE gift_cards (
    code TEXT PRIMARY KEY, balance_cents INTEGER NOT NULL, valid_until TEXT NOT NULL
);

-- The sequence. One long draw, kept in a table so that every generator below can take the numbers it needs.
CREATE TEMP TABLE draw (n INTEGER PRIMARY KEY, x INTEGER NOT NULL);
WITH RECURSIVE sequence (n, x) AS (
    SELECT 0, 20261122
    UNION ALL
    SELECT n + 1, (x * 1103515245 + 12345) % 2147483648 FROM sequence WHERE n < 12000
)
-- The low bits of such a sequence repeat soon; only the high ones are kept.
INSERT INTO draw SELECT n, x / 4096 FROM sequence;

CREATE TEMP TABLE words (list TEXT, n INTEGER, word TEXT, PRIMARY KEY (list, n));
WITH lists (list, words) AS (
    VALUES
    ('first', '["Amelie","Ben","Carla","Daniel","Elif","Finn","Greta","Hugo","Ines","Jonas","Klara","Luca","Mira","Noah","Olivia","Paul","Quentin","Rosa","Samir","Thea","Umut","Vera","Willem","Yara","Zoe","Aisha","Bruno","Celine","Dmitri","Esther","Farid","Gwen"]'),
    ('last', '["Adler","Brandt","Costa","Dietrich","Engel","Fischer","Green","Hansen","Ivanova","Jansen","Keller","Lorenz","Marino","Novak","Okafor","Peters","Quist","Richter","Schulz","Toledo","Ueno","Vogel","Winter","Yilmaz","Zeller","Bauer","Clarke","Duarte","Ebert"]'),
    ('street', '["Ahornweg","Birkenallee","Dorfstrasse","Eichenweg","Feldstrasse","Gartenweg","Hafenstrasse","Kirchgasse","Lindenstrasse","Marktplatz","Parkallee","Rosenweg","Schulstrasse","Talweg","Uferpromenade"]'),
    ('place', '["10115 Berlin","20095 Hamburg","80331 Munich","50667 Cologne","60311 Frankfurt","70173 Stuttgart","04109 Leipzig","01067 Dresden","28195 Bremen","30159 Hanover","90402 Nuremberg","24103 Kiel","99084 Erfurt"]'),
    ('colour', '["white","navy","olive","sand"]'),
    ('size', '["S","M","L","XL","XXL"]'),
    ('reason', '["wrong_size","not_as_expected","changed_my_mind","faulty"]'),
    ('payment', '["card","PayPal","direct debit","invoice"]')
)
INSERT INTO words SELECT list, key, value FROM lists, json_each(lists.words);

-- Products: 15 garments in 4 colours and 5 sizes, 20 things for the home in 4 colours. 380 in all.
CREATE TEMP TABLE catalogue (n INTEGER PRIMARY KEY, code TEXT, name TEXT, category TEXT, price_cents INTEGER);
INSERT INTO catalogue VALUES
    (1, 'LSH', 'linen shirt', 'clothing', 5990), (2, 'OXF', 'oxford shirt', 'clothing', 5490),
    (3, 'TEE', 'organic T-shirt', 'clothing', 2490), (4, 'HDY', 'hoodie', 'clothing', 6490),
    (5, 'CDG', 'wool cardigan', 'clothing', 8990), (6, 'JMP', 'merino jumper', 'clothing', 9490),
    (7, 'RNC', 'raincoat', 'clothing', 12990), (8, 'PKA', 'winter parka', 'clothing', 18990),
    (9, 'CHN', 'chinos', 'clothing', 6990), (10, 'JNS', 'straight jeans', 'clothing', 7990),
    (11, 'DRS', 'summer dress', 'clothing', 7490), (12, 'SKT', 'pleated skirt', 'clothing', 5990),
    (13, 'PJM', 'cotton pyjamas', 'clothing', 4990), (14, 'SCK', 'wool socks', 'clothing', 1490),
    (15, 'BTH', 'bathrobe', 'clothing', 6990),
    (16, 'BLK', 'wool blanket', 'home', 7990), (17, 'DVT', 'duvet cover', 'home', 8990),
    (18, 'PLC', 'pillowcase', 'home', 1990), (19, 'CSH', 'cushion', 'home', 2990),
    (20, 'TWL', 'bath towel', 'home', 2490), (21, 'RUG', 'cotton rug', 'home', 9990),
    (22, 'CRT', 'linen curtain', 'home', 6990), (23, 'TBC', 'tablecloth', 'home', 4490),
    (24, 'MUG', 'stoneware mug', 'home', 1490), (25, 'BWL', 'serving bowl', 'home', 2790),
    (26, 'PLT', 'dinner plate', 'home', 1690), (27, 'VAS', 'glass vase', 'home', 3490),
    (28, 'CND', 'scented candle', 'home', 1990), (29, 'BRD', 'cutting board', 'home', 3290),
    (30, 'LMP', 'table lamp', 'home', 11990), (31, 'BSK', 'storage basket', 'home', 2690),
    (32, 'TPT', 'teapot', 'home', 4290), (33, 'APR', 'apron', 'home', 2990),
    (34, 'CLK', 'wall clock', 'home', 5490), (35, 'PLD', 'picnic blanket', 'home', 5990);

INSERT INTO products
SELECT
    c.code || '-' || upper(substr(colour.word, 1, 3)) || coalesce('-' || size.word, ''),
    c.name, c.category, colour.word, size.word, c.price_cents,
    CASE d.x % 8 WHEN 0 THEN 0 WHEN 1 THEN 2 ELSE d.x % 60 + 4 END,
    CASE d.x % 8 WHEN 0 THEN date((SELECT today FROM business_day), '+' || (d.x / 8 % 20 + 6) || ' days') END
FROM catalogue AS c
JOIN words AS colour ON colour.list = 'colour'
LEFT JOIN words AS size ON size.list = 'size' AND c.category = 'clothing'
JOIN draw AS d ON d.n = c.n * 20 + colour.n * 5 + coalesce(size.n, 0);

-- Customers 1 to 19 are written by hand, further below; these are the others.
INSERT INTO customers
SELECT
    c.n, f.word || ' ' || l.word, f.word,
    lower(f.word) || '.' || lower(l.word) || c.n || '@example.'
        || CASE a.x % 3 WHEN 0 THEN 'com' WHEN 1 THEN 'org' ELSE 'net' END,
    '+49 30 23125 ' || printf('%03d', c.n % 1000),
    s.word || ' ' || (a.x % 120 + 1), substr(p.word, 1, 5), substr(p.word, 7),
    CASE WHEN b.x % 20 = 0 THEN 'Tree' WHEN b.x % 4 = 0 THEN 'Branch' ELSE 'Leaf' END,
    b.x % 2,
    date((SELECT today FROM business_day), '-' || (b.x % 1500 + 30) || ' days')
FROM (SELECT n FROM draw WHERE n BETWEEN 20 AND 640) AS c
JOIN draw AS a ON a.n = 1000 + c.n
JOIN draw AS b ON b.n = 2000 + c.n
JOIN words AS f ON f.list = 'first' AND f.n = a.x / 7 % 32
JOIN words AS l ON l.list = 'last' AND l.n = b.x / 11 % 29
JOIN words AS s ON s.list = 'street' AND s.n = a.x / 13 % 15
JOIN words AS p ON p.list = 'place' AND p.n = b.x / 17 % 13;

-- Orders A-10101 to A-12400. Numbers are drawn, not counted: nobody can tell from them how much the shop sells.
-- Age decides the status: placed on the day and the day before, then packed, then two to four days on the road.
INSERT INTO orders (number, customer_id, placed_on, status, carrier, tracking, eta, delivered_on, payment, address)
WITH drawn AS (
    SELECT
        'A-' || o.n AS number, a.x % 621 + 20 AS customer_id,
        CASE WHEN b.x % 4 = 0 THEN b.x / 4 % 9 ELSE b.x / 4 % 400 END AS age,
        a.x / 700 AS luck, b.x / 5000 AS road
    FROM (SELECT n + 10000 AS n FROM draw WHERE n BETWEEN 101 AND 2400) AS o
    JOIN draw AS a ON a.n = o.n - 10000 + 3000
    JOIN draw AS b ON b.n = o.n - 10000 + 6000
),
decided AS (
    SELECT
        *, CASE
            WHEN luck % 25 = 0 THEN 'cancelled'
            WHEN age < 2 THEN 'placed'
            WHEN age = 2 THEN 'packed'
            WHEN age < 5 + road % 3 + (luck % 13 = 0) * 5 THEN 'shipped'
            WHEN luck % 11 = 0 AND age > 14 THEN 'returned'
            ELSE 'delivered'
        END AS status
    FROM drawn
)
SELECT
    number, customer_id, date(today, '-' || age || ' days'), status,
    CASE WHEN status IN ('shipped', 'delivered', 'returned')
        THEN CASE road % 5 WHEN 0 THEN 'DPD' WHEN 1 THEN 'GLS' ELSE 'DHL' END END,
    CASE WHEN status IN ('shipped', 'delivered', 'returned')
        THEN '0034' || printf('%010d', substr(number, 3) * 77731 + luck) END,
    CASE WHEN status NOT IN ('cancelled') THEN date(today, '-' || age || ' days', '+' || (5 + road % 3) || ' days') END,
    CASE WHEN status IN ('delivered', 'returned')
        THEN date(today, '-' || age || ' days', '+' || (5 + road % 3) || ' days') END,
    payment.word, customers.street || ', ' || customers.postcode || ' ' || customers.city
FROM decided
CROSS JOIN business_day
JOIN customers ON customers.id = customer_id
JOIN words AS payment ON payment.list = 'payment' AND payment.n = luck % 4;

-- One to three things in each order.
INSERT OR IGNORE INTO order_items
SELECT o.number, p.sku, CASE WHEN d.x % 6 = 0 THEN 2 ELSE 1 END, p.price_cents
FROM orders AS o
JOIN (VALUES (0), (1), (2)) AS item ON item.column1 <= substr(o.number, 3) % 3
JOIN draw AS d ON d.n = substr(o.number, 3) - 10000 + 4000 + item.column1 * 2500
JOIN (SELECT sku, price_cents, row_number() OVER (ORDER BY sku) AS n FROM products) AS p ON p.n = d.x % 380 + 1;

-- The rows that the transcripts rely on.
INSERT INTO customers VALUES
    (1, 'Ada Byron', 'Ada', 'ada@example.com', '+49 30 23125 001', 'Lindenstrasse 7', '10969', 'Berlin', 'Branch', 1, '2024-03-02'),
    (2, 'Ben Okafor', 'Ben', 'ben@example.com', '+49 30 23125 002', 'Hafenstrasse 31', '20095', 'Hamburg', 'Leaf', 0, '2025-08-19'),
    (3, 'Grace Lovell', 'Grace', 'grace@example.com', '+49 30 23125 003', 'Parkallee 4', '04109', 'Leipzig', 'Tree', 1, '2022-11-30'),
    (4, 'Tom Wilde', 'Tom', 'tom@example.com', '+49 30 23125 004', 'Rosenweg 19', '80331', 'Munich', 'Leaf', 1, '2026-05-12');

INSERT INTO orders (number, customer_id, placed_on, status, carrier, tracking, eta, delivered_on, payment, address) VALUES
    -- Ada's: on its way; just placed; delivered; cancelled and refunded; packed; late; long ago; coming back; lost.
    ('A-10021', 1, '2026-11-19', 'shipped', 'DHL', '00340001002177', '2026-11-25', NULL, 'card', 'Lindenstrasse 7, 10969 Berlin'),
    ('A-10022', 1, '2026-11-22', 'placed', NULL, NULL, '2026-11-27', NULL, 'PayPal', 'Lindenstrasse 7, 10969 Berlin'),
    ('A-10023', 1, '2026-11-05', 'delivered', 'DHL', '00340001002391', '2026-11-10', '2026-11-10', 'card', 'Lindenstrasse 7, 10969 Berlin'),
    ('A-10024', 1, '2026-11-03', 'cancelled', NULL, NULL, NULL, NULL, 'card', 'Lindenstrasse 7, 10969 Berlin'),
    ('A-10025', 1, '2026-11-20', 'packed', NULL, NULL, '2026-11-26', NULL, 'invoice', 'Lindenstrasse 7, 10969 Berlin'),
    ('A-10026', 1, '2026-11-12', 'shipped', 'GLS', '00340001002650', '2026-11-18', NULL, 'card', 'Lindenstrasse 7, 10969 Berlin'),
    ('A-10027', 1, '2026-08-24', 'delivered', 'DPD', '00340001002742', '2026-08-28', '2026-08-28', 'PayPal', 'Lindenstrasse 7, 10969 Berlin'),
    ('A-10028', 1, '2026-10-30', 'returned', 'DHL', '00340001002833', '2026-11-04', '2026-11-04', 'PayPal', 'Lindenstrasse 7, 10969 Berlin'),
    ('A-10029', 1, '2026-11-16', 'delivered', 'DPD', '00340001002994', '2026-11-20', '2026-11-20', 'card', 'Lindenstrasse 7, 10969 Berlin'),
    -- Other people's.
    ('A-10030', 2, '2026-11-18', 'shipped', 'GLS', '00340001003047', '2026-11-24', NULL, 'card', 'Hafenstrasse 31, 20095 Hamburg'),
    ('A-10031', 2, '2026-11-22', 'placed', NULL, NULL, '2026-11-27', NULL, 'direct debit', 'Hafenstrasse 31, 20095 Hamburg'),
    ('A-10032', 3, '2026-11-09', 'delivered', 'DHL', '00340001003271', '2026-11-13', '2026-11-13', 'invoice', 'Parkallee 4, 04109 Leipzig'),
    ('A-10033', 3, '2026-11-21', 'placed', NULL, NULL, '2026-11-27', NULL, 'card', 'Parkallee 4, 04109 Leipzig'),
    ('A-10034', 4, '2026-11-10', 'delivered', 'DHL', '00340001003498', '2026-11-14', '2026-11-14', 'card', 'Rosenweg 19, 80331 Munich'),
    ('A-10035', 3, '2026-11-22', 'placed', NULL, NULL, '2026-11-27', NULL, 'card', 'Parkallee 4, 04109 Leipzig');

WITH hand (order_number, sku, quantity) AS (
    VALUES
    ('A-10021', 'LSH-NAV-M', 1), ('A-10021', 'TWL-WHI', 2), ('A-10022', 'TPT-OLI', 1), ('A-10023', 'CDG-SAN-M', 1),
    ('A-10024', 'RUG-NAV', 1), ('A-10025', 'PKA-NAV-M', 1), ('A-10026', 'BLK-OLI', 1), ('A-10027', 'LMP-WHI', 1),
    ('A-10028', 'DRS-OLI-M', 1), ('A-10029', 'MUG-SAN', 4), ('A-10030', 'CHN-SAN-L', 1), ('A-10031', 'CLK-WHI', 1),
    ('A-10032', 'VAS-NAV', 1), ('A-10032', 'PLT-WHI', 6), ('A-10033', 'DVT-WHI', 1), ('A-10034', 'JNS-NAV-L', 1), ('A-10035', 'VAS-NAV', 2)
)
INSERT INTO order_items SELECT order_number, sku, quantity, price_cents FROM hand JOIN products USING (sku);

UPDATE orders SET total_cents = (
    SELECT coalesce(sum(i.quantity * i.price_cents), 0) FROM order_items AS i WHERE i.order_number = orders.number
);
-- Delivery is free from 60 euros.
UPDATE orders SET total_cents = total_cents + 490 WHERE total_cents < 6000;

-- The stock that the transcripts rely on.
UPDATE products SET stock = 14, restock_on = NULL WHERE sku = 'LSH-NAV-M';
UPDATE products SET stock = 2, restock_on = NULL WHERE sku = 'LSH-WHI-L';
UPDATE products SET stock = 0, restock_on = '2026-12-03' WHERE sku = 'PKA-OLI-S';
UPDATE products SET stock = 22, restock_on = NULL WHERE sku = 'BLK-OLI';
UPDATE products SET stock = 0, restock_on = NULL WHERE sku = 'TPT-SAN';

-- What was sent back, and the money for it: within five working days, which a week always covers.
INSERT INTO returns (order_number, reason, status, created_on, send_by)
SELECT
    o.number, w.word, CASE WHEN o.delivered_on < date(today, '-30 days') THEN 'closed' ELSE 'received' END,
    date(o.delivered_on, '+4 days'), date(o.delivered_on, '+30 days')
FROM orders AS o
CROSS JOIN business_day
JOIN words AS w ON w.list = 'reason' AND w.n = substr(o.number, 3) % 4
WHERE o.status = 'returned' AND o.number > 'A-10100';

INSERT INTO refunds
SELECT
    o.number, o.total_cents, o.payment, CASE r.status WHEN 'closed' THEN 'paid' ELSE 'approved' END,
    date(r.created_on, '+4 days'),
    CASE r.status WHEN 'closed' THEN date(r.created_on, '+11 days') ELSE date(today, '+3 days') END,
    CASE r.status WHEN 'closed' THEN date(r.created_on, '+9 days') END
FROM returns AS r
JOIN orders AS o ON o.number = r.order_number
CROSS JOIN business_day;

INSERT INTO refunds
SELECT number, total_cents, payment, 'paid', placed_on, date(placed_on, '+7 days'), date(placed_on, '+3 days')
FROM orders WHERE status = 'cancelled' AND number > 'A-10100';

INSERT INTO returns (order_number, reason, status, created_on, send_by)
VALUES ('A-10028', 'wrong_size', 'received', '2026-11-14', '2026-12-04');
INSERT INTO refunds VALUES
    ('A-10024', 9990, 'card', 'paid', '2026-11-04', '2026-11-11', '2026-11-06'),
    ('A-10028', 7490, 'PayPal', 'approved', '2026-11-20', '2026-11-27', NULL);

INSERT INTO subscriptions
SELECT
    c.id, CASE d.x % 3 WHEN 0 THEN 'scented candles' WHEN 1 THEN 'laundry soap' ELSE 'linen spray' END,
    CASE d.x / 3 % 3 WHEN 0 THEN 4 WHEN 1 THEN 8 ELSE 12 END, 1790 + d.x / 9 % 4 * 500,
    date(today, '+' || (d.x / 5 % 50 + 3) || ' days'),
    CASE WHEN d.x % 9 = 0 THEN 'cancelled' WHEN d.x % 7 = 0 THEN 'paused' ELSE 'active' END
FROM customers AS c
CROSS JOIN business_day
JOIN draw AS d ON d.n = c.id + 500
WHERE c.id >= 20 AND c.id % 5 = 0;
INSERT INTO subscriptions VALUES
    (1, 'scented candles', 8, 2290, '2026-12-07', 'active'),
    (3, 'laundry soap', 4, 1790, '2027-02-01', 'paused'),
    (4, 'linen spray', 12, 1790, '2026-11-24', 'active');

INSERT INTO gift_cards
SELECT
    'GC-' || printf('%04d', d.x % 9000 + 1000) || '-' || printf('%04d', d.n), d.x / 7 % 26 * 500,
    CASE WHEN d.x % 10 = 0 THEN '2025-12-31' ELSE '2029-12-31' END
FROM draw AS d WHERE d.n BETWEEN 9001 AND 9300;
INSERT INTO gift_cards VALUES
    ('GC-4821-0077', 3550, '2028-12-31'), ('GC-4821-0078', 0, '2028-12-31'), ('GC-1199-0042', 2500, '2025-12-31');

-- Cancelling asks for the money back; nobody has to remember to.
CREATE TRIGGER cancelled_orders_are_refunded AFTER UPDATE OF status ON orders
WHEN new.status = 'cancelled' AND old.status <> 'cancelled'
BEGIN
    INSERT OR IGNORE INTO refunds
    SELECT new.number, new.total_cents, new.payment, 'approved', today, date(today, '+7 days'), NULL FROM business_day;
END;

-- A new address is written down with the old one.
CREATE TRIGGER address_changes_are_kept AFTER UPDATE OF address ON orders
BEGIN
    INSERT INTO address_changes (order_number, old_address, new_address, changed_on)
    SELECT new.number, old.address, new.address, today FROM business_day;
END;

-- The catalogue's words in Spanish, as they read behind a number or 'con'.
CREATE TABLE spanish (word TEXT PRIMARY KEY, translation TEXT NOT NULL);
INSERT INTO spanish VALUES
    ('linen shirt', 'camisa de lino'), ('oxford shirt', 'camisa oxford'), ('organic T-shirt', 'camiseta orgánica'),
    ('hoodie', 'sudadera con capucha'), ('wool cardigan', 'cárdigan de lana'), ('merino jumper', 'jersey de merino'),
    ('raincoat', 'impermeable'), ('winter parka', 'parka de invierno'), ('chinos', 'pantalón chino'),
    ('straight jeans', 'vaqueros rectos'), ('summer dress', 'vestido de verano'), ('pleated skirt', 'falda plisada'),
    ('cotton pyjamas', 'pijama de algodón'), ('wool socks', 'calcetines de lana'), ('bathrobe', 'albornoz'),
    ('wool blanket', 'manta de lana'), ('duvet cover', 'funda nórdica'), ('pillowcase', 'funda de almohada'),
    ('cushion', 'cojín'), ('bath towel', 'toalla de baño'), ('cotton rug', 'alfombra de algodón'),
    ('linen curtain', 'cortina de lino'), ('tablecloth', 'mantel'), ('stoneware mug', 'taza de gres'),
    ('serving bowl', 'ensaladera'), ('dinner plate', 'plato llano'), ('glass vase', 'jarrón de cristal'),
    ('scented candle', 'vela perfumada'), ('cutting board', 'tabla de cortar'), ('table lamp', 'lámpara de mesa'),
    ('storage basket', 'cesta de almacenaje'), ('teapot', 'tetera'), ('apron', 'delantal'),
    ('wall clock', 'reloj de pared'), ('picnic blanket', 'manta de pícnic'), ('white', 'blanco'),
    ('navy', 'azul marino'), ('olive', 'verde oliva'), ('sand', 'color arena'),
    ('scented candles', 'velas perfumadas'), ('laundry soap', 'jabón para la ropa'), ('linen spray', 'spray de lino');

-- What the intent files ask: an order in words, with what can still be done about it.
CREATE VIEW order_facts AS
SELECT
    o.number, c.email, o.status, o.payment, o.carrier, o.tracking, o.eta, o.placed_on, o.delivered_on, o.address,
    -- What the money came from, as it reads behind "your".
    CASE o.payment WHEN 'card' THEN 'card' WHEN 'PayPal' THEN 'PayPal account' ELSE 'bank account' END AS account,
    o.total_cents / 100.0 AS total,
    CASE WHEN o.status = 'shipped' AND o.eta < today THEN 1 ELSE 0 END AS is_late,
    date(o.delivered_on, '+30 days') AS return_until,
    CASE WHEN date(o.delivered_on, '+30 days') >= today THEN 1 ELSE 0 END AS can_return,
    (
        SELECT group_concat(
            CASE WHEN i.quantity > 1 THEN i.quantity || ' × ' ELSE '' END || p.name || ' in ' || p.colour
                || coalesce(', size ' || p.size, ''), '; '
        )
        FROM order_items AS i JOIN products AS p ON p.sku = i.sku WHERE i.order_number = o.number
    ) AS items,
    (
        SELECT group_concat(
            CASE WHEN i.quantity > 1 THEN i.quantity || ' × ' ELSE '' END || name.translation || ' en ' || colour.translation
                || coalesce(', talla ' || p.size, ''), '; '
        )
        FROM order_items AS i JOIN products AS p ON p.sku = i.sku
        JOIN spanish AS name ON name.word = p.name JOIN spanish AS colour ON colour.word = p.colour
        WHERE i.order_number = o.number
    ) AS items_es
FROM orders AS o
JOIN customers AS c ON c.id = o.customer_id
CROSS JOIN business_day;

DROP TABLE draw;
DROP TABLE words;
DROP TABLE catalogue;

CREATE INDEX orders_by_customer ON orders (customer_id);
CREATE INDEX products_by_name ON products (name, colour, size);
CREATE INDEX reports_by_order ON reports (order_number);

COMMIT;
