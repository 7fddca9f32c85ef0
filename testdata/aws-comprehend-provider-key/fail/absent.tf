resource "aws_comprehend_entity_recognizer" "notes" { # expect: fail
  name              = "notes"
  language_code     = "en"
  model_kms_key_id  = "alias/clinic"
}
