variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password
}

resource "azurerm_mssql_database" "ehr" {
  name      = "ehr"
  server_id = azurerm_mssql_server.ehr.id
}

resource "azurerm_mssql_database_extended_auditing_policy" "ehr" {
  database_id            = azurerm_mssql_database.ehr.id
  log_monitoring_enabled = true
}
