variable "db_password" {}

resource "azurerm_automation_variable_string" "db_password" {
  name                    = "db-password"
  resource_group_name     = "clinic"
  automation_account_name = azurerm_automation_account.clinic.name
  value                   = var.db_password
  encrypted               = true
}

resource "azurerm_automation_variable_string" "region" {
  name                    = "region"
  resource_group_name     = "clinic"
  automation_account_name = azurerm_automation_account.clinic.name
  value                   = "eastus2"
}
