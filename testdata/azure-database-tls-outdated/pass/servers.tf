variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password
  minimum_tls_version          = "1.2"
}

resource "azurerm_cosmosdb_account" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  offer_type          = "Standard"
}

resource "azurerm_mysql_flexible_server_configuration" "tls" {
  resource_group_name = "clinic"
  server_name         = azurerm_mysql_flexible_server.ehr.name
  name                = "tls_version"
  value               = "TLSv1.2,TLSv1.3"
}

resource "azurerm_postgresql_flexible_server_configuration" "tls" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "ssl_min_protocol_version"
  value     = "TLSv1.2"
}

resource "azurerm_postgresql_flexible_server_configuration" "audit" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "log_connections"
  value     = "on"
}
