resource "azurerm_postgresql_flexible_server_configuration" "tls" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "require_secure_transport"
  value     = "on"
}

resource "azurerm_mysql_flexible_server_configuration" "zone" {
  resource_group_name = "clinic"
  server_name         = azurerm_mysql_flexible_server.ehr.name
  name                = "time_zone"
  value               = "0"
}

resource "azurerm_postgresql_server" "records" {
  name                    = "clinic-records"
  resource_group_name     = "clinic"
  location                = "eastus2"
  version                 = "11"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = true
}
