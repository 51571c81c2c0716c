//! The list of rules, a file each, in the order of their codes.

mod d001_date_no_calendar_has;
mod d002_wrong_weekday;
mod d003_time_without_cutoff;
mod d004_leading_zero;
mod d005_chinese_and_arabic_mixed;
mod d006_after_signature;
mod d007_plan_year_wrong;
mod d008_year_of_title_elsewhere;
mod d009_future_in_results;
mod d010_period_backwards;
mod d011_title_of_another_year;
mod f001_parts_off_total;
mod f002_part_larger_than_whole;
mod f003_times_off;
mod f004_difference_off;
mod f005_share_off;
mod f006_growth_off;
mod f007_change_off;
mod f008_points_off;
mod f009_rate_above_hundred;
mod f010_count_in_fractions;
pub(super) mod f011_one_figure_two_values;
mod f012_percent_without_base;
mod f013_figure_not_in_ledger;
mod f014_figure_unlike_ledger;
mod f015_ledger_relation_off;
mod f016_last_years_value_changed;
mod f017_last_year_in_text_off;
mod l001_wrong_law_name;
mod l002_law_name_inexact;
mod l003_law_replaced;
mod l004_nested_title_marks;
mod l005_number_brackets;
mod l006_number_ordinal;
mod l007_number_leading_zero;
mod l008_number_without_end;
mod n001_number_skipped;
mod n002_run_in_skipped;
mod n003_number_repeated;
mod n004_run_in_out_of_order;
mod n005_lone_first;
mod n006_first_missing;
mod n007_level_in_itself;
mod n008_wrong_mark;
mod n009_too_many_run_in;
mod n010_level_skipped;
mod n011_count_off_list;
mod p001_mobile_number;
mod p002_fixed_phone;
mod p003_identity_number;
mod p004_bank_card;
mod p005_address_to_the_door;
mod p006_name_of_party;
mod p007_minor;
mod p008_company_in_trouble;
mod p009_mail_address;
mod p010_car_plate;
mod p011_secrecy_mark;
mod p012_leader_named;
mod s001_part_missing;
mod s002_leader_duty_missing;
mod s003_no_cause;
mod s004_problem_without_cause;
mod s005_problem_without_plan;
mod s006_last_year_unaccounted;
mod s007_part_thin;
mod s008_request_in_report;
mod s009_clause_as_heading;
mod s010_placeholder_left;
mod s011_heading_without_text;
mod s012_page_residue;
mod s013_carried_unwritten;
mod t001_doubled_character;
mod t002_doubled_word;
mod t003_wrong_word;
mod t004_confused_word;
mod t005_dropped_character;
mod t006_unpaired_mark;
mod t007_half_width_mark;
mod t008_two_marks_in_a_row;
pub(super) mod t009_sentence_without_end;
pub(super) mod t010_sentence_twice;
pub(super) mod t011_issued_twice;
pub(super) mod t012_last_years_paragraph;
mod t013_empty_words;
mod t014_inexact_phrase;
#[cfg(test)]
mod tests;
mod u001_addressed_to_itself;
mod u002_addressee_twice;
pub(super) mod u003_two_names_for_itself;
mod u004_copied_to_addressee;
mod u005_order_in_report;
mod u006_beyond_its_level;
mod u007_region_blamed_for_own;
mod u008_short_before_full;
mod u009_short_forms_mixed;
mod w001_heading_at_foot;
mod w002_short_last_line;
mod w003_signature_alone;
mod w004_first_page_without_text;
mod w005_length_unusual;
mod w006_page_nearly_empty;

use super::rule::Rule;

pub(super) static ALL: [&Rule; 101] = [
    &d001_date_no_calendar_has::RULE,
    &d002_wrong_weekday::RULE,
    &d003_time_without_cutoff::RULE,
    &d004_leading_zero::RULE,
    &d005_chinese_and_arabic_mixed::RULE,
    &d006_after_signature::RULE,
    &d007_plan_year_wrong::RULE,
    &d008_year_of_title_elsewhere::RULE,
    &d009_future_in_results::RULE,
    &d010_period_backwards::RULE,
    &d011_title_of_another_year::RULE,
    &f001_parts_off_total::RULE,
    &f002_part_larger_than_whole::RULE,
    &f003_times_off::RULE,
    &f004_difference_off::RULE,
    &f005_share_off::RULE,
    &f006_growth_off::RULE,
    &f007_change_off::RULE,
    &f008_points_off::RULE,
    &f009_rate_above_hundred::RULE,
    &f010_count_in_fractions::RULE,
    &f011_one_figure_two_values::RULE,
    &f012_percent_without_base::RULE,
    &f013_figure_not_in_ledger::RULE,
    &f014_figure_unlike_ledger::RULE,
    &f015_ledger_relation_off::RULE,
    &f016_last_years_value_changed::RULE,
    &f017_last_year_in_text_off::RULE,
    &l001_wrong_law_name::RULE,
    &l002_law_name_inexact::RULE,
    &l003_law_replaced::RULE,
    &l004_nested_title_marks::RULE,
    &l005_number_brackets::RULE,
    &l006_number_ordinal::RULE,
    &l007_number_leading_zero::RULE,
    &l008_number_without_end::RULE,
    &n001_number_skipped::RULE,
    &n002_run_in_skipped::RULE,
    &n003_number_repeated::RULE,
    &n004_run_in_out_of_order::RULE,
    &n005_lone_first::RULE,
    &n006_first_missing::RULE,
    &n007_level_in_itself::RULE,
    &n008_wrong_mark::RULE,
    &n009_too_many_run_in::RULE,
    &n010_level_skipped::RULE,
    &n011_count_off_list::RULE,
    &p001_mobile_number::RULE,
    &p002_fixed_phone::RULE,
    &p003_identity_number::RULE,
    &p004_bank_card::RULE,
    &p005_address_to_the_door::RULE,
    &p006_name_of_party::RULE,
    &p007_minor::RULE,
    &p008_company_in_trouble::RULE,
    &p009_mail_address::RULE,
    &p010_car_plate::RULE,
    &p011_secrecy_mark::RULE,
    &p012_leader_named::RULE,
    &s001_part_missing::RULE,
    &s002_leader_duty_missing::RULE,
    &s003_no_cause::RULE,
    &s004_problem_without_cause::RULE,
    &s005_problem_without_plan::RULE,
    &s006_last_year_unaccounted::RULE,
    &s007_part_thin::RULE,
    &s008_request_in_report::RULE,
    &s009_clause_as_heading::RULE,
    &s010_placeholder_left::RULE,
    &s011_heading_without_text::RULE,
    &s012_page_residue::RULE,
    &s013_carried_unwritten::RULE,
    &t001_doubled_character::RULE,
    &t002_doubled_word::RULE,
    &t003_wrong_word::RULE,
    &t004_confused_word::RULE,
    &t005_dropped_character::RULE,
    &t006_unpaired_mark::RULE,
    &t007_half_width_mark::RULE,
    &t008_two_marks_in_a_row::RULE,
    &t009_sentence_without_end::RULE,
    &t010_sentence_twice::RULE,
    &t011_issued_twice::RULE,
    &t012_last_years_paragraph::RULE,
    &t013_empty_words::RULE,
    &t014_inexact_phrase::RULE,
    &u001_addressed_to_itself::RULE,
    &u002_addressee_twice::RULE,
    &u003_two_names_for_itself::RULE,
    &u004_copied_to_addressee::RULE,
    &u005_order_in_report::RULE,
    &u006_beyond_its_level::RULE,
    &u007_region_blamed_for_own::RULE,
    &u008_short_before_full::RULE,
    &u009_short_forms_mixed::RULE,
    &w001_heading_at_foot::RULE,
    &w002_short_last_line::RULE,
    &w003_signature_alone::RULE,
    &w004_first_page_without_text::RULE,
    &w005_length_unusual::RULE,
    &w006_page_nearly_empty::RULE,
];
