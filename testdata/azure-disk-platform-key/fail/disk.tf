resource "azurerm_managed_disk" "records" { # expect: fail
  name                 = "records"
  resource_group_name  = "clinic"
  location             = "eastus2"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
}

resource "azurerm_linux_virtual_machine" "ehr" {
  name                = "ehr"
  resource_group_name = "clinic"
  location            = "eastus2"
  size                = "Standard_D2s_v5"
  admin_username      = "clinicadmin"

  os_disk { # expect: fail
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }
}
