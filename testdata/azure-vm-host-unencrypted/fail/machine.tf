variable "admin_password" {}

resource "azurerm_linux_virtual_machine" "ehr" {
  name                       = "ehr"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  size                       = "Standard_D2s_v5"
  admin_username             = "clinicadmin"
  encryption_at_host_enabled = false # expect: fail
}

resource "azurerm_windows_virtual_machine_scale_set" "portal" { # expect: fail
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "portal"
  sku                 = "Standard_D2s_v5"
  instances           = 2
  admin_username      = "clinicadmin"
  admin_password      = var.admin_password
}
