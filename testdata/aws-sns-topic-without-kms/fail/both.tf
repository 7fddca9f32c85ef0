resource "aws_sns_topic" "results" { # expect: fail
  name = "lab-results"
}

resource "aws_sns_topic" "reminders" {
  name              = "reminders"
  kms_master_key_id = "" # expect: fail
}
