-- How every published figure is counted from the files of the invented register: the tables of conftest.py,
-- and the macros below. Above each query stand the ids of the figures that it answers, as in
-- targets/figures.csv. The first column is the answer, a number or whether the claim holds; what follows it
-- shows how far.

CREATE OR REPLACE MACRO at_year(y) AS (SELECT count(*) FROM person WHERE year = y AND NOT dutch);

CREATE OR REPLACE MACRO arrivals(y) AS (SELECT count(*) FROM arrival WHERE year = y AND NOT dutch);

CREATE OR REPLACE MACRO departures(y) AS (SELECT count(*) FROM departure WHERE year = y AND NOT dutch);

-- The nine nationalities that the publication names.
CREATE OR REPLACE MACRO charted(nationality) AS
    nationality IN ('0064', '0055', '0072', '0060', '0307', '0057', '0077', '0223', '0336');

-- Among the rows, more of the year than of the year before, or fewer.
CREATE OR REPLACE MACRO rose(each, y) AS count(*) FILTER (each = y) > count(*) FILTER (each = y - 1);

CREATE OR REPLACE MACRO fell(each, y) AS count(*) FILTER (each = y) < count(*) FILTER (each = y - 1);

-- Three points and a tenth more than the town, among fifty people or more.
CREATE OR REPLACE MACRO relatively_many(group_share, town_share, people) AS
    group_share - town_share >= 0.03 AND group_share >= 1.1 * town_share AND people >= 50;

CREATE OR REPLACE MACRO age_group(age) AS CASE
    WHEN age < 4 THEN '0-3' WHEN age < 12 THEN '4-11' WHEN age < 18 THEN '12-17' WHEN age < 27 THEN '18-26'
    WHEN age < 40 THEN '27-39' WHEN age < 55 THEN '40-54' WHEN age < 65 THEN '55-64' WHEN age < 75 THEN '65-74'
    WHEN age >= 75 THEN '75+' END;

-- International children per age group and neighbourhood on 1 January 2022.
CREATE OR REPLACE VIEW kids AS
SELECT age_group(age) AS ages, buurt, count(*) AS n
FROM person WHERE year = 2022 AND NOT dutch AND age < 18 AND buurt <> '' GROUP BY ALL;

-- figure: i22-p02-share-migration
-- figure: i22-p04-share-migration
-- figure: i22-p05-heading-share-migration-b
-- figure: i22-p05-share-migration
SELECT 100 * avg((background)::INT) FROM person WHERE year = 2022;

-- figure: i22-p02-share-internationals
-- figure: i22-p04-share-internationals
-- figure: i22-p05-heading-share-internationals-a
-- figure: i22-p05-heading-share-internationals-b
-- figure: i22-p05-share-internationals
SELECT 100 * avg((NOT dutch)::INT) FROM person WHERE year = 2022;

-- figure: i22-p02-count-internationals
-- figure: i22-p05-count-internationals
-- figure: i22-p16-count-2022
-- figure: i22-p16-pie-total
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch;

-- figure: i22-p02-change-internationals-2021
SELECT at_year(2022) - at_year(2021);

-- figure: i22-p02-claim-recent-growth
SELECT at_year(2022) > at_year(2012), at_year(2012), at_year(2022);

-- figure: i22-p02-claim-dip-2020
SELECT at_year(2021) BETWEEN 0.95 * at_year(2020) AND at_year(2020) - 1, at_year(2020), at_year(2021);

-- figure: i22-p02-claim-recovery-2021
SELECT at_year(2022) > at_year(2021), at_year(2021), at_year(2022);

-- figure: i22-p04-share-dutch-with-migration
SELECT 100 * avg((background AND dutch)::INT) FROM person WHERE year = 2022;

-- figure: i22-p04-claim-subset
SELECT count(*) FILTER (NOT dutch AND NOT background) < 0.0005 * count(*), count(*) FILTER (NOT dutch
    AND NOT background) FROM person WHERE year = 2022;

-- figure: i22-p04-claim-broader
SELECT count(*) FILTER (background) > count(*) FILTER (NOT dutch) FROM person WHERE year = 2022;

-- figure: i22-p05-share-migration-2012
SELECT 100 * avg((background)::INT) FROM person WHERE year = 2012;

-- The heading has the share of the year before.
-- figure: i22-p05-heading-share-migration-a
SELECT 100 * avg((background)::INT) FROM person WHERE year = 2021;

-- figure: i22-p05-count-migration
SELECT count(*) FROM person WHERE year = 2022 AND background;

-- figure: i22-p05-claim-share-rising
WITH shares AS (SELECT year, avg((NOT dutch)::INT) AS share FROM person WHERE year <= 2022 GROUP BY year)
SELECT list(year ORDER BY year) = [2021]
FROM (SELECT year, share > lag(share) OVER (ORDER BY year) AS rose FROM shares) WHERE NOT rose;

-- figure: i22-p05-claim-migration-rising
WITH shares AS (SELECT year, avg(background::INT) AS share FROM person WHERE year <= 2022 GROUP BY year)
SELECT bool_and(rose) FROM (SELECT share > lag(share) OVER (ORDER BY year) AS rose FROM shares);

-- figure: i22-p09-arrivals-2012
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2012;

-- figure: i22-p09-departures-2012
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2012;

-- figure: i22-p09-arrivals-2013
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2013;

-- figure: i22-p09-departures-2013
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2013;

-- figure: i22-p09-arrivals-2014
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2014;

-- figure: i22-p09-departures-2014
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2014;

-- figure: i22-p09-arrivals-2015
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2015;

-- figure: i22-p09-departures-2015
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2015;

-- figure: i22-p09-arrivals-2016
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2016;

-- figure: i22-p09-departures-2016
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2016;

-- figure: i22-p09-arrivals-2017
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2017;

-- figure: i22-p09-departures-2017
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2017;

-- figure: i22-p09-arrivals-2018
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2018;

-- figure: i22-p09-departures-2018
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2018;

-- figure: i22-p09-arrivals-2019
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2019;

-- figure: i22-p09-departures-2019
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2019;

-- figure: i22-p09-arrivals-2020
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2020;

-- figure: i22-p09-departures-2020
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2020;

-- figure: i22-p09-arrivals-2021
SELECT count(*) FROM arrival WHERE NOT dutch AND year = 2021;

-- figure: i22-p09-departures-2021
SELECT count(*) FROM departure WHERE NOT dutch AND year = 2021;

-- figure: i22-p09-heading-claim-more-arrivals
SELECT arrivals(2021) > arrivals(2020), arrivals(2020), arrivals(2021);

-- figure: i22-p09-claim-arrivals-2020
SELECT arrivals(2020) <= 0.85 * arrivals(2019), arrivals(2019), arrivals(2020);

-- figure: i22-p09-claim-arrivals-exceed
SELECT list(range ORDER BY range) = [2020] FROM range(2012, 2022) WHERE arrivals(range) <= departures(range);

-- figure: i22-p09-claim-polish
WITH change AS (SELECT nationality, count(*) FILTER (year = 2021) - count(*) FILTER (year = 2020) AS more
    FROM arrival WHERE charted(nationality) GROUP BY 1)
    SELECT arg_max(nationality, more) = '0072', max(more) FROM change;

-- figure: i22-p09-claim-british
WITH change AS (SELECT nationality, count(*) FILTER (year = 2021) - count(*) FILTER (year = 2020) AS more
    FROM arrival WHERE charted(nationality) GROUP BY 1) SELECT list(nationality) = ['0060'], min(more)
    FROM change WHERE more < 0;

-- figure: i22-p09-axis-max
SELECT max(n) FROM (SELECT count(*) AS n FROM arrival WHERE charted(nationality) AND year <= 2021
    GROUP BY nationality, year);

-- figure: i22-p10-claim-18-39
SELECT min(share) >= 0.75, list(share) FROM (SELECT avg((age BETWEEN 18 AND 39)::INT) AS share
    FROM (SELECT 1 AS way, year, age, dutch FROM arrival UNION ALL SELECT 2, year, age, dutch
    FROM departure) WHERE year = 2021 AND NOT dutch GROUP BY way);

-- figure: i22-p10-claim-arrivals-mode
SELECT arg_max(ages, n) = '18-26', max(n) FROM (SELECT age_group(age) AS ages, count(*) AS n FROM arrival
    WHERE year = 2021 AND NOT dutch GROUP BY 1);

-- figure: i22-p10-claim-departures-mode
SELECT arg_max(ages, n) = '27-39', max(n) FROM (SELECT age_group(age) AS ages, count(*) AS n FROM departure
    WHERE year = 2021 AND NOT dutch GROUP BY 1);

-- figure: i22-p10-claim-departure-18-26-2020
SELECT rose(year, 2020), count(*) FILTER (year = 2019), count(*) FILTER (year = 2020)
FROM departure WHERE NOT dutch AND age BETWEEN 18 AND 26;

-- figure: i22-p10-claim-departure-18-26-2021
SELECT fell(year, 2021), count(*) FILTER (year = 2020), count(*) FILTER (year = 2021)
FROM departure WHERE NOT dutch AND age BETWEEN 18 AND 26;

-- figure: i22-p10-claim-departure-27-39-2020
SELECT rose(year, 2020), count(*) FILTER (year = 2019), count(*) FILTER (year = 2020)
FROM departure WHERE NOT dutch AND age BETWEEN 27 AND 39;

-- figure: i22-p10-claim-departure-27-39-2021
SELECT fell(year, 2021), count(*) FILTER (year = 2020), count(*) FILTER (year = 2021)
FROM departure WHERE NOT dutch AND age BETWEEN 27 AND 39;

-- figure: i22-p10-claim-arrival-18-26-2020
SELECT fell(year, 2020), count(*) FILTER (year = 2019), count(*) FILTER (year = 2020)
FROM arrival WHERE NOT dutch AND age BETWEEN 18 AND 26;

-- figure: i22-p10-claim-arrival-18-26-2021
SELECT rose(year, 2021), count(*) FILTER (year = 2020), count(*) FILTER (year = 2021)
FROM arrival WHERE NOT dutch AND age BETWEEN 18 AND 26;

-- figure: i22-p10-claim-arrival-27-39-2020
SELECT fell(year, 2020), count(*) FILTER (year = 2019), count(*) FILTER (year = 2020)
FROM arrival WHERE NOT dutch AND age BETWEEN 27 AND 39;

-- figure: i22-p10-claim-arrival-27-39-2021
SELECT rose(year, 2021), count(*) FILTER (year = 2020), count(*) FILTER (year = 2021)
FROM arrival WHERE NOT dutch AND age BETWEEN 27 AND 39;

-- figure: i22-p10-claim-recovery
SELECT arrivals(2021) > arrivals(2020) AND departures(2021) < departures(2020);

-- figure: i22-p11-share-lt1
SELECT 100 * avg((years_at_address < 1)::INT) FROM person WHERE year = 2022 AND NOT dutch;

-- figure: i22-p11-share-1-3
SELECT 100 * avg((years_at_address BETWEEN 1 AND 2)::INT) FROM person WHERE year = 2022 AND NOT dutch;

-- figure: i22-p11-share-gt3
SELECT 100 * avg((years_at_address >= 3)::INT) FROM person WHERE year = 2022 AND NOT dutch;

-- figure: i22-p11-claim-diff-2021
SELECT min(later - earlier) >= 5, list(earlier), list(later) FROM (
    SELECT 100 * avg(recent::INT) FILTER (year = 2021) AS earlier, 100 *
        avg(recent::INT) FILTER (year = 2022) AS later
    FROM (SELECT year, 'address' AS way, years_at_address < 1 AS recent FROM person WHERE NOT dutch
          UNION ALL SELECT year, 'town', years_settled < 1 FROM person WHERE NOT dutch) GROUP BY way);

-- figure: i22-p11-claim-18-26
SELECT min((leader = '18-26')::INT) = 1 AND count(*) = 2, list(share) FROM (
    SELECT way, arg_max(grp, share) AS leader, max(share) AS share FROM (
        SELECT way, grp, 100 * avg(recent::INT) AS share FROM (
            SELECT age_group(age) AS grp, 'address' AS way, years_at_address < 1 AS recent FROM person
                WHERE year = 2022 AND NOT dutch
            UNION ALL SELECT age_group(age), 'town', years_settled < 1 FROM person WHERE year = 2022
                AND NOT dutch)
        WHERE grp IS NOT NULL GROUP BY way, grp)
    GROUP BY way);

-- figure: i22-p11-claim-chinese
SELECT min((leader = '0307')::INT) = 1 AND count(*) = 2, list(share) FROM (
    SELECT way, arg_max(grp, share) AS leader, max(share) AS share FROM (
        SELECT way, grp, 100 * avg(recent::INT) AS share FROM (
            SELECT nationality AS grp, 'address' AS way, years_at_address < 1 AS recent FROM person
                WHERE year = 2022 AND NOT dutch AND charted(nationality)
            UNION ALL SELECT nationality, 'town', years_settled < 1 FROM person WHERE year = 2022
                AND NOT dutch AND charted(nationality))
        WHERE grp IS NOT NULL GROUP BY way, grp)
    GROUP BY way);

-- figure: i22-p11-claim-syrian-2016
SELECT arg_max(year, n) = 2016, max(n) FROM (SELECT year, count(*) AS n FROM arrival
    WHERE nationality = '0336' GROUP BY year);

-- figure: i22-p11-claim-syrian-gt3
SELECT avg((years_at_address >= 3)::INT) > 0.5 AND avg((years_settled >= 3)::INT) > 0.5,
    avg((years_at_address >= 3)::INT), avg((years_settled >= 3)::INT) FROM person WHERE year = 2022
    AND NOT dutch AND nationality = '0336';

-- figure: i22-p12-repats-2021
SELECT count(*) FROM arrival WHERE repat AND year = 2021;

-- figure: i22-p12-repats-children
SELECT count(*) FROM arrival WHERE repat AND year = 2021 AND age < 18;

-- figure: i22-p12-repats-children-share
SELECT 100 * avg((age < 18)::INT) FROM arrival WHERE repat AND year = 2021;

-- figure: i22-p12-arrivals-children-share
SELECT 100 * avg((age < 18)::INT) FROM arrival WHERE NOT dutch AND year = 2021;

-- figure: i22-p12-repats-40-54-share
SELECT 100 * avg((age BETWEEN 40 AND 54)::INT) FROM arrival WHERE repat AND year = 2021;

-- figure: i22-p12-arrivals-40-54-share
SELECT 100 * avg((age BETWEEN 40 AND 54)::INT) FROM arrival WHERE NOT dutch AND year = 2021;

-- figure: i22-p12-claim-children-relative
SELECT avg((age < 18)::INT) FILTER (repat) > avg((age < 18)::INT) FILTER (NOT dutch) FROM arrival
    WHERE year = 2021;

-- figure: i22-p12-claim-40-54-relative
SELECT avg((age BETWEEN 40 AND 54)::INT) FILTER (repat) > avg((age BETWEEN 40
    AND 54)::INT) FILTER (NOT dutch) FROM arrival WHERE year = 2021;

-- figure: i22-p12-claim-decline-years
WITH counts AS (SELECT year, count(*) AS n FROM arrival WHERE repat AND year <= 2021 GROUP BY year)
SELECT bool_and(fell) FILTER (year >= 2018) FROM (SELECT year, n < lag(n) OVER (ORDER BY year) AS fell
    FROM counts);

-- figure: i22-p12-claim-decline-4
WITH counts AS (SELECT year, count(*) AS n FROM arrival WHERE repat AND year <= 2021 GROUP BY year)
SELECT list(year ORDER BY year) FILTER (fell AND year >= 2017) = [2018, 2019, 2020, 2021]
    FROM (SELECT year, n < lag(n) OVER (ORDER BY year) AS fell FROM counts);

-- figure: i22-p12-claim-erratic
WITH counts AS (SELECT year, count(*) AS n FROM arrival WHERE repat AND year <= 2021 GROUP BY year)
SELECT count(*) FILTER (fell AND year < 2018) BETWEEN 2 AND 3 AND count(*) FILTER (NOT fell
    AND year < 2018) BETWEEN 2 AND 3 FROM (SELECT year, n < lag(n) OVER (ORDER BY year) AS fell FROM counts);

-- figure: i22-p12-claim-corona
SELECT max(n) FILTER (year >= 2020) < min(n) FILTER (year < 2020) FROM (SELECT year, count(*) AS n
    FROM arrival WHERE repat AND year <= 2021 GROUP BY year);

-- figure: i22-p13-children-total
-- figure: i22-p15-heading-total
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND age < 18;

-- figure: i22-p13-children-born-nl
SELECT 100 * avg((geboorteland = '6030')::INT) FROM person WHERE year = 2022 AND NOT dutch AND age < 18;

-- figure: i22-p13-threshold-0-3
SELECT
    list(buurt ORDER BY buurt) = ['05460300', '05460301', '05460506', '05460601', '05460602', '05460800'],
    list(n) FROM kids WHERE ages = '0-3' AND n > 20;

-- figure: i22-p13-count-0-3-slaaghwijk
SELECT n FROM kids WHERE ages = '0-3' AND buurt = '05460800';

-- figure: i22-p13-count-0-3-groenoord
SELECT n FROM kids WHERE ages = '0-3' AND buurt = '05460300';

-- figure: i22-p13-count-0-3-noorderkwartier
SELECT n FROM kids WHERE ages = '0-3' AND buurt = '05460301';

-- figure: i22-p13-count-0-3-hoge-mors
SELECT n FROM kids WHERE ages = '0-3' AND buurt = '05460602';

-- figure: i22-p13-count-0-3-haagweg-zuid
SELECT n FROM kids WHERE ages = '0-3' AND buurt = '05460506';

-- figure: i22-p13-count-0-3-lage-mors
SELECT n FROM kids WHERE ages = '0-3' AND buurt = '05460601';

-- figure: i22-p13-threshold-4-11
SELECT list(buurt ORDER BY buurt) = ['05460301', '05460506', '05460800'], list(n) FROM kids
    WHERE ages = '4-11' AND n > 40;

-- figure: i22-p13-count-4-11-noorderkwartier
SELECT n FROM kids WHERE ages = '4-11' AND buurt = '05460301';

-- figure: i22-p13-count-4-11-slaaghwijk
SELECT n FROM kids WHERE ages = '4-11' AND buurt = '05460800';

-- figure: i22-p13-count-4-11-haagweg-zuid
SELECT n FROM kids WHERE ages = '4-11' AND buurt = '05460506';

-- figure: i22-p13-count-12-17-slaaghwijk
SELECT n FROM kids WHERE ages = '12-17' AND buurt = '05460800';

-- figure: i22-p13-count-12-17-noorderkwartier
SELECT n FROM kids WHERE ages = '12-17' AND buurt = '05460301';

-- figure: i22-p13-rank-12-17-slaaghwijk
SELECT place FROM (SELECT buurt, rank() OVER (ORDER BY n DESC) AS place FROM kids WHERE ages = '12-17')
    WHERE buurt = '05460800';

-- figure: i22-p13-rank-12-17-noorderkwartier
SELECT place FROM (SELECT buurt, rank() OVER (ORDER BY n DESC) AS place FROM kids WHERE ages = '12-17')
    WHERE buurt = '05460301';

-- figure: i22-p13-heading-top-slaaghwijk
SELECT place FROM (SELECT buurt, rank() OVER (ORDER BY n DESC) AS place FROM kids WHERE ages = '0-3')
    WHERE buurt = '05460800';

-- figure: i22-p13-heading-top-groenoord
SELECT place FROM (SELECT buurt, rank() OVER (ORDER BY n DESC) AS place FROM kids WHERE ages = '0-3')
    WHERE buurt = '05460300';

-- figure: i22-p13-heading-top-noorderkwartier
SELECT place FROM (SELECT buurt, rank() OVER (ORDER BY n DESC) AS place FROM kids WHERE ages = '0-3')
    WHERE buurt = '05460301';

-- figure: i22-p14-heading-top-slaaghwijk
SELECT max(place) FROM (SELECT buurt, rank() OVER (PARTITION BY ages ORDER BY n DESC) AS place FROM kids
    WHERE ages <> '0-3') WHERE buurt = '05460800';

-- figure: i22-p14-heading-top-noorderkwartier
SELECT max(place) FROM (SELECT buurt, rank() OVER (PARTITION BY ages ORDER BY n DESC) AS place FROM kids
    WHERE ages <> '0-3') WHERE buurt = '05460301';

-- figure: i22-p15-children-0-3
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND age BETWEEN 0 AND 3;

-- figure: i22-p15-children-4-11
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND age BETWEEN 4 AND 11;

-- figure: i22-p15-children-12-17
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND age BETWEEN 12 AND 17;

-- figure: i22-p15-italian-0-3
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0064' AND age <= 3;

-- figure: i22-p15-italian-4-11
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0064' AND age BETWEEN 4 AND 11;

-- figure: i22-p15-rank-italian-0-3
SELECT place FROM (SELECT nationality, rank() OVER (ORDER BY count(*) DESC) AS place FROM person
    WHERE year = 2022 AND NOT dutch AND age BETWEEN 0 AND 3 GROUP BY 1) WHERE nationality = '0064';

-- figure: i22-p15-rank-italian-4-11
SELECT place FROM (SELECT nationality, rank() OVER (ORDER BY count(*) DESC) AS place FROM person
    WHERE year = 2022 AND NOT dutch AND age BETWEEN 4 AND 11 GROUP BY 1) WHERE nationality = '0064';

-- figure: i22-p15-rank-syrian-12-17
SELECT place FROM (SELECT nationality, rank() OVER (ORDER BY count(*) DESC) AS place FROM person
    WHERE year = 2022 AND NOT dutch AND age BETWEEN 12 AND 17 GROUP BY 1) WHERE nationality = '0336';

-- figure: i22-p15-share-dutch-children
SELECT 100 * avg(dutch::INT) FROM person WHERE year = 2022 AND age < 18;

-- figure: i22-p15-claim-small-counts
SELECT min(n) < 5 FROM (SELECT count(*) AS n FROM person WHERE year = 2022 AND NOT dutch AND age < 4
    GROUP BY nationality);

-- figure: i22-p16-pie-italian
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0064';

-- figure: i22-p16-pie-german
-- figure: i22-p19-count-german
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0055';

-- figure: i22-p16-pie-polish
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0072';

-- figure: i22-p16-pie-british
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0060';

-- figure: i22-p16-pie-chinese
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0307';

-- figure: i22-p16-pie-french
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0057';

-- figure: i22-p16-pie-spanish
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0077';

-- figure: i22-p16-pie-american
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0223';

-- figure: i22-p16-pie-syrian
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND nationality = '0336';

-- figure: i22-p16-pie-other-nationalities
SELECT count(*) FROM person WHERE year = 2022 AND NOT dutch AND NOT charted(nationality);

-- figure: i22-p16-count-2012
SELECT at_year(2012);

-- figure: i22-p16-growth-internationals
SELECT 100 * (count(*) FILTER (year = 2022) / count(*) FILTER (year = 2012) - 1) FROM person WHERE NOT dutch;

-- figure: i22-p16-growth-dutch
SELECT 100 * (count(*) FILTER (year = 2022) / count(*) FILTER (year = 2012) - 1) FROM person WHERE dutch;

-- figure: i22-p16-dutch-base
SELECT count(*) FROM person WHERE year = 2012 AND dutch;

-- figure: i22-p16-dutch-2022
SELECT count(*) FROM person WHERE year = 2022 AND dutch;

-- figure: i22-p16-top-n
SELECT count(*) FROM (SELECT nationality FROM person WHERE year = 2022 GROUP BY 1 HAVING count(*) >= 398);

-- figure: i22-p17-claim-dutch-limited
WITH growth AS (SELECT nationality, count(*) FILTER (year = 2022) / count(*) FILTER (year = 2012) AS times
    FROM person WHERE nationality = '0001' OR charted(nationality) GROUP BY 1)
    SELECT arg_min(nationality, times) = '0001', min(times) FROM growth;

-- figure: i22-p21-claim-growth
WITH growth AS (SELECT nationality, count(*) FILTER (year = 2022) / count(*) FILTER (year = 2012) AS times
    FROM person WHERE nationality = '0001' OR charted(nationality) GROUP BY 1)
    SELECT arg_min(nationality, times) = '0060', min(times) FROM growth WHERE nationality <> '0001';

-- figure: i22-p18-growth-italian
SELECT 100 * (count(*) FILTER (year = 2022) / count(*) FILTER (year = 2012) - 1) FROM person
    WHERE nationality = '0064';

-- figure: i22-p19-growth-german
SELECT 100 * (count(*) FILTER (year = 2022) / count(*) FILTER (year = 2012) - 1) FROM person
    WHERE nationality = '0055';

-- figure: i22-p18-claim-men
SELECT relatively_many(avg((geslacht = 'M')::INT) FILTER (nationality = '0064'),
    avg((geslacht = 'M')::INT), count(*) FILTER (nationality = '0064')),
    avg((geslacht = 'M')::INT) FILTER (nationality = '0064'), avg((geslacht = 'M')::INT) FROM person
    WHERE year = 2022;

-- figure: i22-p18-claim-27-39
SELECT relatively_many(avg((age BETWEEN 27 AND 39)::INT) FILTER (nationality = '0064'), avg((age BETWEEN 27
    AND 39)::INT), count(*) FILTER (nationality = '0064')), avg((age BETWEEN 27
    AND 39)::INT) FILTER (nationality = '0064'), avg((age BETWEEN 27 AND 39)::INT) FROM person
    WHERE year = 2022;

-- figure: i22-p19-claim-18-26
SELECT relatively_many(avg((age BETWEEN 18 AND 26)::INT) FILTER (nationality = '0055'), avg((age BETWEEN 18
    AND 26)::INT), count(*) FILTER (nationality = '0055')), avg((age BETWEEN 18
    AND 26)::INT) FILTER (nationality = '0055'), avg((age BETWEEN 18 AND 26)::INT) FROM person
    WHERE year = 2022;

-- figure: i22-p19-claim-women
SELECT relatively_many(avg((geslacht = 'V')::INT) FILTER (nationality = '0055'),
    avg((geslacht = 'V')::INT), count(*) FILTER (nationality = '0055')),
    avg((geslacht = 'V')::INT) FILTER (nationality = '0055'), avg((geslacht = 'V')::INT) FROM person
    WHERE year = 2022;

-- figure: i22-p20-claim-27-39
SELECT relatively_many(avg((age BETWEEN 27 AND 39)::INT) FILTER (nationality = '0072'), avg((age BETWEEN 27
    AND 39)::INT), count(*) FILTER (nationality = '0072')), avg((age BETWEEN 27
    AND 39)::INT) FILTER (nationality = '0072'), avg((age BETWEEN 27 AND 39)::INT) FROM person
    WHERE year = 2022;

-- figure: i22-p21-claim-men
SELECT relatively_many(avg((geslacht = 'M')::INT) FILTER (nationality = '0060'),
    avg((geslacht = 'M')::INT), count(*) FILTER (nationality = '0060')),
    avg((geslacht = 'M')::INT) FILTER (nationality = '0060'), avg((geslacht = 'M')::INT) FROM person
    WHERE year = 2022;

-- figure: i22-p22-claim-18-39
SELECT relatively_many(avg((age BETWEEN 18 AND 39)::INT) FILTER (nationality = '0307'), avg((age BETWEEN 18
    AND 39)::INT), count(*) FILTER (nationality = '0307')), avg((age BETWEEN 18
    AND 39)::INT) FILTER (nationality = '0307'), avg((age BETWEEN 18 AND 39)::INT) FROM person
    WHERE year = 2022;

-- figure: i22-p23-claim-centre
SELECT relatively_many(avg((district IN ('054600', '054601'))::INT) FILTER (nationality = '0057'),
    avg((district IN ('054600', '054601'))::INT), count(*) FILTER (nationality = '0057')),
    avg((district IN ('054600', '054601'))::INT) FILTER (nationality = '0057'),
    avg((district IN ('054600', '054601'))::INT) FROM person WHERE year = 2022;

-- figure: i22-p24-claim-27-39
SELECT relatively_many(avg((age BETWEEN 27 AND 39)::INT) FILTER (nationality = '0077'), avg((age BETWEEN 27
    AND 39)::INT), count(*) FILTER (nationality = '0077')), avg((age BETWEEN 27
    AND 39)::INT) FILTER (nationality = '0077'), avg((age BETWEEN 27 AND 39)::INT) FROM person
    WHERE year = 2022;

-- figure: i22-p26-claim-children
SELECT relatively_many(avg((age < 18)::INT) FILTER (nationality = '0336'),
    avg((age < 18)::INT), count(*) FILTER (nationality = '0336')),
    avg((age < 18)::INT) FILTER (nationality = '0336'), avg((age < 18)::INT) FROM person WHERE year = 2022;

-- figure: i22-p22-claim-boerhaave
WITH places AS (
    SELECT district AS place, count(*) FILTER (nationality = '0307') AS n, count(*) AS everyone
    FROM person WHERE year = 2022 GROUP BY 1)
SELECT rank <= 2 AND share >= 1.5 * town, rank, share, town FROM (
    SELECT place, rank() OVER (ORDER BY n DESC) AS rank, n / sum(n) OVER () AS share,
           everyone / sum(everyone) OVER () AS town FROM places) WHERE place = '054607';

-- figure: i22-p26-claim-noord
WITH places AS (
    SELECT district AS place, count(*) FILTER (nationality = '0336') AS n, count(*) AS everyone
    FROM person WHERE year = 2022 GROUP BY 1)
SELECT rank <= 2 AND share >= 1.5 * town, rank, share, town FROM (
    SELECT place, rank() OVER (ORDER BY n DESC) AS rank, n / sum(n) OVER () AS share,
           everyone / sum(everyone) OVER () AS town FROM places) WHERE place = '054603';

-- figure: i22-p26-claim-slaaghwijk
WITH places AS (
    SELECT buurt AS place, count(*) FILTER (nationality = '0336') AS n, count(*) AS everyone
    FROM person WHERE year = 2022 GROUP BY 1)
SELECT rank <= 2 AND share >= 1.5 * town, rank, share, town FROM (
    SELECT place, rank() OVER (ORDER BY n DESC) AS rank, n / sum(n) OVER () AS share,
           everyone / sum(everyone) OVER () AS town FROM places) WHERE place = '05460800';

-- figure: i22-p25-claim-drop
SELECT (SELECT count(*) FILTER (year = 2021) <= 0.85 * count(*) FILTER (year = 2020) FROM person
    WHERE nationality = '0223')
   AND (SELECT count(*) FILTER (year = 2020) <= 0.85 * count(*) FILTER (year = 2019) FROM arrival
       WHERE nationality = '0223');

-- figure: i22-p26-claim-rise-fall
SELECT arg_max(year, n) BETWEEN 2013 AND 2021 AND max(n) > 2 * min(n) AND max(n) > 1.15 * arg_max(n, year),
    list(n ORDER BY year) FROM (SELECT year, count(*) AS n FROM person WHERE nationality = '0336'
    AND year <= 2022 GROUP BY year);

-- figure: i22-p32-heading-about-800
-- figure: i22-p32-count
SELECT count(*) FROM person WHERE year = 2022 AND status_holder;

-- figure: i22-p32-share-men
SELECT 100 * avg((geslacht = 'M')::INT) FROM person WHERE year = 2022 AND status_holder;

-- figure: i22-p32-share-women
SELECT 100 * avg((geslacht = 'V')::INT) FROM person WHERE year = 2022 AND status_holder;

-- figure: i22-p32-rank-syria
SELECT place FROM (SELECT nationality, rank() OVER (ORDER BY count(*) DESC) AS place FROM person
    WHERE year = 2022 AND status_holder GROUP BY 1) WHERE nationality = '0336';

-- figure: i22-p32-claim-heading-syria
SELECT avg((nationality = '0336')::INT) > 0.5, avg((nationality = '0336')::INT) FROM person
    WHERE year = 2022 AND status_holder;

-- figure: i22-p32-claim-bos-en-gasthuisdistrict
SELECT place <= 3, place, n
    FROM (SELECT district, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS place FROM person
    WHERE year = 2022 AND status_holder GROUP BY 1) WHERE district = '054605';

-- figure: i22-p32-claim-leiden-noord
SELECT place <= 3, place, n
    FROM (SELECT district, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS place FROM person
    WHERE year = 2022 AND status_holder GROUP BY 1) WHERE district = '054603';

-- figure: i22-p32-claim-merenwijk
SELECT place <= 3, place, n
    FROM (SELECT district, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS place FROM person
    WHERE year = 2022 AND status_holder GROUP BY 1) WHERE district = '054608';

-- figure: i23-news-share-internationals
SELECT 100 * avg((NOT dutch)::INT) FROM person WHERE year = 2023;

-- figure: i23-news-one-in-eight
SELECT count(*) / count(*) FILTER (NOT dutch) FROM person WHERE year = 2023;

-- figure: i23-news-claim-more-international
SELECT avg((NOT dutch)::INT) FILTER (year = 2023) > avg((NOT dutch)::INT) FILTER (year = 2022) FROM person;

-- figure: i23-news-claim-young-influx
SELECT n[1] < n[2] AND n[2] < n[3] AND n[3] > 0.5 * arrivals(2022), n FROM (SELECT
    list(n ORDER BY year) AS n FROM (SELECT year, count(*) AS n FROM arrival WHERE NOT dutch
    AND age BETWEEN 18 AND 39 AND year >= 2020 GROUP BY year));

-- figure: i23-news-ukrainians
SELECT least(count(*) FILTER (nationality = '0034'), count(*) FILTER (land_tegenpartij = '6038'))
    FROM arrival WHERE year = 2022;

-- figure: i23-news-claim-polish
SELECT n[2] >= 1.15 * n[1] AND n[3] >= 1.15 * n[2], n FROM (SELECT list(n ORDER BY year) AS n
    FROM (SELECT year, count(*) AS n FROM arrival WHERE nationality = '0072' AND year >= 2020
    GROUP BY year));
