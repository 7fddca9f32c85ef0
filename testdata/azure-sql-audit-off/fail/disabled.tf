variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password
}

resource "azurerm_mssql_server_extended_auditing_policy" "ehr" {
  server_id                  = azurerm_mssql_server.ehr.id
  storage_endpoint           = azurerm_storage_account.audit.primary_blob_endpoint
  storage_account_access_key = azurerm_storage_account.audit.primary_access_key
  enabled                    = false # expect: fail
}
