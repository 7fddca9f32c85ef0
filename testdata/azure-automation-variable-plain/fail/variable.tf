variable "db_password" {}

variable "sms_token" {}

resource "azurerm_automation_variable_string" "db_password" { # expect: fail
  name                    = "db-password"
  resource_group_name     = "clinic"
  automation_account_name = azurerm_automation_account.clinic.name
  value                   = var.db_password
}

resource "azurerm_automation_variable_string" "sms_token" {
  name                    = "sms-token"
  resource_group_name     = "clinic"
  automation_account_name = azurerm_automation_account.clinic.name
  value                   = var.sms_token
  encrypted               = false # expect: fail
}
