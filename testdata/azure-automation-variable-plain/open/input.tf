variable "db_password" {}

variable "encrypt" {}

resource "azurerm_automation_variable_string" "db_password" {
  name                    = "db-password"
  resource_group_name     = "clinic"
  automation_account_name = azurerm_automation_account.clinic.name
  value                   = var.db_password
  encrypted               = var.encrypt # expect: open
}
