/* Published networks as one line each, for net_of. Which edition of the data each one is stands beside it. */
#ifndef NONET_TESTS_MEASURE_KNOWN_H
#define NONET_TESTS_MEASURE_KNOWN_H

/* Zachary's karate club (Zachary 1977): 34 members, 78 ties, unweighted. */
static const char *const karate =
    "1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 "
    "3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 "
    "20-34 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 "
    "31-33 31-34 32-33 32-34 33-34";

/* Marriages among Florentine families (Padgett and Ansell 1993): the 15 families that have one, 20 ties. */
static const char *const florentine_15 =
    "Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani Barbadori-Medici Bischeri-Guadagni "
    "Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi "
    "Medici-Salviati Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni";

/* The same with Pucci, who has none: 16 families. */
static const char *const florentine_16 =
    "Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani Barbadori-Medici Bischeri-Guadagni "
    "Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi "
    "Medici-Salviati Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni Pucci";

/* Southern women at social events (Davis, Gardner, Gardner 1941), the edition of 89 ties: 18 women, 14 events. */
static const char *const davis_89 =
    "Evelyn-E1 Evelyn-E2 Evelyn-E3 Evelyn-E4 Evelyn-E5 Evelyn-E6 Evelyn-E8 Evelyn-E9 Laura-E1 Laura-E2 Laura-E3 Laura-E5 Laura-E6 "
    "Laura-E7 Laura-E8 Theresa-E2 Theresa-E3 Theresa-E4 Theresa-E5 Theresa-E6 Theresa-E7 Theresa-E8 Theresa-E9 Brenda-E1 Brenda-E3 "
    "Brenda-E4 Brenda-E5 Brenda-E6 Brenda-E7 Brenda-E8 Charlotte-E3 Charlotte-E4 Charlotte-E5 Charlotte-E7 Frances-E3 Frances-E5 "
    "Frances-E6 Frances-E8 Eleanor-E5 Eleanor-E6 Eleanor-E7 Eleanor-E8 Pearl-E6 Pearl-E8 Pearl-E9 Ruth-E5 Ruth-E7 Ruth-E8 Ruth-E9 "
    "Verne-E7 Verne-E8 Verne-E9 Verne-E12 Myra-E8 Myra-E9 Myra-E10 Myra-E12 Katherina-E8 Katherina-E9 Katherina-E10 Katherina-E12 "
    "Katherina-E13 Katherina-E14 Sylvia-E7 Sylvia-E8 Sylvia-E9 Sylvia-E10 Sylvia-E12 Sylvia-E13 Sylvia-E14 Nora-E6 Nora-E7 Nora-E9 "
    "Nora-E10 Nora-E11 Nora-E12 Nora-E13 Nora-E14 Helen-E7 Helen-E8 Helen-E10 Helen-E11 Helen-E12 Dorothy-E8 Dorothy-E9 Olivia-E9 "
    "Olivia-E11 Flora-E9 Flora-E11";

/* Krackhardt's kite (1990): 10 nodes, 18 ties. */
static const char *const kite =
    "Andre-Beverley Andre-Carol Andre-Diane Andre-Fernando Beverley-Diane Beverley-Ed Beverley-Garth Carol-Diane Carol-Fernando "
    "Diane-Ed Diane-Fernando Diane-Garth Ed-Garth Fernando-Garth Fernando-Heather Garth-Heather Heather-Ike Ike-Jane";

#endif
