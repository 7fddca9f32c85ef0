variable "sql_password" {}

resource "azurerm_key_vault_key" "sql" {
  name         = "sql"
  key_vault_id = azurerm_key_vault.clinic.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password
}

resource "azurerm_mssql_server_transparent_data_encryption" "ehr" {
  server_id        = azurerm_mssql_server.ehr.id
  key_vault_key_id = azurerm_key_vault_key.sql.id
}
