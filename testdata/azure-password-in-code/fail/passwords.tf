variable "sql_password" {}

variable "secret" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = "Sommer2024!Praxis" # expect: fail
}

resource "azurerm_linux_virtual_machine" "ehr" {
  name                            = "ehr"
  resource_group_name             = "clinic"
  location                        = "eastus2"
  size                            = "Standard_D2s_v5"
  admin_username                  = "clinicadmin"
  admin_password                  = "Sommer2024!Praxis" # expect: fail
  disable_password_authentication = false
}

resource "azurerm_key_vault_secret" "gateway" {
  key_vault_id = azurerm_key_vault.clinic.id
  name         = "gateway-password"
  value        = "Sommer2024!Praxis" # expect: fail
}
