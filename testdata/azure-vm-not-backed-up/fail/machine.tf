resource "azurerm_linux_virtual_machine" "ehr" { # expect: fail
  name                = "ehr"
  resource_group_name = "clinic"
  location            = "eastus2"
  size                = "Standard_D2s_v5"
  admin_username      = "clinicadmin"
}
