variable "sql_password" {}

variable "secret" {}

resource "random_password" "sql" {
  length = 32
}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = random_password.sql.result
}

resource "azurerm_key_vault_secret" "region" {
  key_vault_id = azurerm_key_vault.clinic.id
  name         = "region"
  value        = "eastus2"
}

resource "azurerm_key_vault_secret" "gateway" {
  key_vault_id = azurerm_key_vault.clinic.id
  name         = "gateway-password"
  value        = "placeholder"
}
