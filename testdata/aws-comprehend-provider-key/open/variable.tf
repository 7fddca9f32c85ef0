variable "key" {
  type = string
}

resource "aws_comprehend_entity_recognizer" "notes" {
  name              = "notes"
  language_code     = "en"
  model_kms_key_id  = "alias/clinic"
  volume_kms_key_id = var.key # expect: open
}
