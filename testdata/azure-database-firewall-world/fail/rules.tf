resource "azurerm_mssql_firewall_rule" "all" {
  name             = "all"
  server_id        = azurerm_mssql_server.ehr.id
  start_ip_address = "0.0.0.0" # expect: fail
  end_ip_address   = "255.255.255.255"
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "all" {
  name             = "all"
  server_id        = azurerm_postgresql_flexible_server.ehr.id
  start_ip_address = "1.0.0.0" # expect: fail
  end_ip_address   = "255.255.255.255"
}

resource "azurerm_redis_firewall_rule" "all" {
  name                = "all"
  resource_group_name = "clinic"
  redis_cache_name    = azurerm_redis_cache.sessions.name
  start_ip            = "0.0.0.0" # expect: fail
  end_ip              = "255.255.255.255"
}
