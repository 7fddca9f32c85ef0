resource "azurerm_mssql_server" "gap" {
  name                         = "clinic"
  administrator_login          = "portal"
  administrator_login_password = "<your password here>"
}

resource "azurerm_mssql_server" "records" {
  name                         = "clinic"
  administrator_login          = "portal"
  administrator_login_password = "Spring-Ward-77" # expect: fail
}
